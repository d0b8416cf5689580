@echo off
rem The command of Kindling on Windows; says and does what the script 'lab' does elsewhere.
setlocal EnableExtensions DisableDelayedExpansion
set "self=%~f0"
for %%d in ("%~dp0.") do set "root=%%~fd"
set "state=%root%\.kindling"
set "log=%state%\log\build.log"
if defined KINDLING_BUILDING goto maven

set "java="
set "changed="
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
if not exist "%state%\log" mkdir "%state%\log"
rem Asking a Java for its version takes as long as a short command, so each one is asked once.
set "known="
if exist "%state%\java" set /p known=<"%state%\java"
if "%known%"=="%java%" goto checked
"%java%" -version 2>"%state%\java.version"
set "version=unknown"
for /f "usebackq tokens=2,3" %%a in ("%state%\java.version") do if /i "%%~a"=="version" set "version=%%~b"
set "major=0"
if not "%version%"=="unknown" for /f "delims=.-+" %%m in ("%version%") do set "major=%%m"
if %major% GEQ 17 goto remember
>&2 echo The Java at '%java%' is version %version%, and Kindling needs a JDK 17 or newer: install one and point JAVA_HOME at it.
exit /b 3
:remember
>"%state%\java" echo %java%
set "changed=yes"
if exist "%state%\java" goto checked
>&2 echo Cannot write in '%state%': free some disk space, or make the folder writable.
exit /b 3

:checked
if not exist "%root%\target\kindling.jar" goto first
if not exist "%root%\target\tool.classpath" goto first
if not defined changed goto go
if exist "%state%\cds\tool.jsa" del "%state%\cds\tool.jsa"
call :prepare
if errorlevel 1 exit /b %errorlevel%
goto go
:first
call :build "First use: fetching Spark, Delta and their libraries (about 400 MB, once) and building Kindling."
if errorlevel 1 exit /b %errorlevel%
:go
call :flags %1
"%java%" %flags% "-Dkindling.root=%root%" %KINDLING_OPTS% -cp "%jars%" dev.kindling.cli.Main %*
set "code=%errorlevel%"
rem 75: the sources are newer than the build.
if not "%code%"=="75" exit /b %code%
rem A running workbench holds the jar open, and Windows does not replace an open file. Without kindling.root the old
rem build does as it is told, however stale it is.
"%java%" %flags% "-Dkindling.directory=%root%" -cp "%jars%" dev.kindling.cli.Main stop >nul 2>&1
call :build "The sources have changed: building Kindling again."
if errorlevel 1 exit /b %errorlevel%
call :flags %1
"%java%" %flags% "-Dkindling.root=%root%" %KINDLING_OPTS% -cp "%jars%" dev.kindling.cli.Main %*
set "code=%errorlevel%"
if "%code%"=="75" >&2 echo The sources changed again while Kindling was being built: run this again.
exit /b %code%

rem Sets the JVM's flags and the class path. Without a flag for it, the command finds out itself whether it writes to a
rem terminal.
:flags
set "share=-Xshare:auto"
if exist "%state%\cds\tool.jsa" set "share=-XX:SharedArchiveFile=%state%\cds\tool.jsa"
rem A short command starts fastest with one compiler; a server runs for hours.
set "kind=-XX:TieredStopAtLevel=1 -Xmx256m"
if "%~1"=="mlflow" set "kind=-Xmx1g"
rem An archive that does not fit costs time and needs no word; Java 24 and newer warn of native code, SQLite's, unless
rem they are told to expect it.
set flags=%kind% -XX:+UseSerialGC "%share%" -Xlog:disable -Xlog:all=error,cds=off:stderr --enable-native-access=ALL-UNNAMED
for /f "usebackq delims=" %%c in ("%root%\target\tool.classpath") do set "jars=%root%\target\kindling.jar;%%c"
exit /b 0

rem Builds in the background, so that there is something to say meanwhile: Maven writes a line per file, and one line
rem that counts them is all a reader wants.
:build
>&2 echo %~1
if exist "%state%\build.exit" del "%state%\build.exit"
rem An archive of another build is of no use.
if exist "%state%\cds\tool.jsa" del "%state%\cds\tool.jsa"
type nul >"%log%"
set "KINDLING_BUILDING=yes"
start "" /b "%ComSpec%" /d /c ""%self%""
set "KINDLING_BUILDING="
set "seconds=0"
:wait
ping -n 2 127.0.0.1 >nul
set /a seconds+=1
if exist "%state%\build.exit" goto built
set /a beat=seconds %% 10
if not "%beat%"=="0" goto wait
set "files=0"
for /f %%n in ('%SystemRoot%\System32\find.exe /c "Downloaded from" ^< "%log%"') do set "files=%%n"
>&2 echo   %files% files fetched, %seconds% s
goto wait
:built
set "result=1"
set /p result=<"%state%\build.exit"
if "%result%"=="0" goto prepare
findstr /l /c:"Unknown host" /c:"UnknownHost" /c:"Could not transfer" /c:"Failed to fetch" /c:"Connection refused" /c:"timed out" "%log%" >nul
if not errorlevel 1 goto offline
findstr /l /b /c:"[ERROR]" "%log%" >&2
>&2 echo The build failed: mend what the lines above name, or see %log%.
exit /b 3
:offline
>&2 echo The libraries could not be fetched: connect to the network and run this again (details: %log%).
exit /b 3
:prepare
call :flags
"%java%" %flags% "-Dkindling.root=%root%" %KINDLING_OPTS% -cp "%jars%" dev.kindling.cli.Main prepare
exit /b %errorlevel%

rem What runs in the background; the file that tells the result appears whole.
:maven
cd /d "%root%"
call "%root%\mvnw.cmd" -B -Dmaven.test.skip -Dkindling.quick package >"%log%" 2>&1 <nul
>"%state%\build.code" echo %errorlevel%
move /y "%state%\build.code" "%state%\build.exit" >nul
exit
