@echo off
rem Artifacts of MLflow runs without Python, on Windows; says and does what the script 'mlflow-artifacts' does elsewhere.
setlocal EnableExtensions DisableDelayedExpansion
for %%d in ("%~dp0..") do set "root=%%~fd"
set "state=%root%\.kindling"
set "jar=%root%\target\kindling.jar"

set "java="
if not defined JAVA_HOME goto search
set "java=%JAVA_HOME:"=%\bin\java.exe"
if exist "%java%" goto found
>&2 echo JAVA_HOME is '%JAVA_HOME%', but there is no bin\java.exe in it: point it at a JDK 17 or newer, or unset it.
exit /b 3
:search
for %%j in (java.exe) do set "java=%%~$PATH:j"
if defined java goto found
>&2 echo There is no Java: install a JDK 17 or newer (or point JAVA_HOME at one) and run this again.
exit /b 3

:found
if not exist "%jar%" goto unbuilt
if exist "%root%\target\tool.classpath" goto built
:unbuilt
>&2 echo Kindling is not built yet: run '.\lab' in '%root%' once.
exit /b 3

:built
for /f "usebackq delims=" %%c in ("%root%\target\tool.classpath") do set "classes=%jar%;%%c"

rem An archive of loaded classes halves the time of a call. It is made on first use, and again for another build or
rem another Java; where it cannot be, everything works, only slower.
set "archive=%state%\cds\artifacts.jsa"
set "flags=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -Xlog:disable -Xlog:all=error:stderr"
for %%f in ("%jar%") do set "stamp=%%~tf %%~zf %java%"
set "known="
if exist "%archive%.java" set /p known=<"%archive%.java"
if "%known%"=="%stamp%" goto go
if not exist "%state%\cds" mkdir "%state%\cds" 2>nul
set "fresh=%archive%.%RANDOM%%RANDOM%"
"%java%" %flags% "-XX:ArchiveClassesAtExit=%fresh%" -cp "%classes%" dev.kindling.mlflow.artifacts.ArtifactsTraining >nul 2>&1 <nul
if exist "%fresh%" move /y "%fresh%" "%archive%" >nul 2>&1
if exist "%fresh%" del "%fresh%" 2>nul
>"%archive%.java" 2>nul echo %stamp%

:go
set "share=-Xshare:auto"
if exist "%archive%" set "share=-XX:SharedArchiveFile=%archive%"
"%java%" %flags% "%share%" -cp "%classes%" dev.kindling.mlflow.artifacts.ArtifactsMain %*
exit /b %errorlevel%
