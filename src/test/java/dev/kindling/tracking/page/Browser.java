package dev.kindling.tracking.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** A headless Chromium, where one is installed together with its driver. */
public final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** The browser, if there is one on the path. */
  public static Optional<Browser> start() {
    Optional<Path> driver = onPath("chromedriver");
    Optional<Path> chromium =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(name -> onPath(name).stream())
            .findFirst();
    if (driver.isEmpty() || chromium.isEmpty()) {
      return Optional.empty();
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.get().toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--no-proxy-server");
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(driver.get().toFile()).build();
    ChromeDriver started = new ChromeDriver(service, options);
    started.manage().window().setSize(new Dimension(1280, 900));
    return Optional.of(new Browser(started));
  }

  private static Optional<Path> onPath(String name) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The size of the window, in pixels. */
  public void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  public void open(String address) {
    driver.get(address);
  }

  public String title() {
    return driver.getTitle();
  }

  /** The text of the page as a reader sees it. */
  public String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  public WebElement one(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** Follows a link to its page. */
  public void click(String link) {
    follow(driver.findElement(By.partialLinkText(link)));
  }

  /** Clicks on what leads to another page, and waits until that one is there. */
  public void follow(WebElement element) {
    driver.executeScript("window.left = true");
    element.click();
    Instant end = Instant.now().plus(PATIENCE);
    while (!Boolean.TRUE.equals(
        driver.executeScript("return !window.left && document.readyState === 'complete'"))) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("No other page came after a click.");
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /** What the browser's console has warned of since it was asked last, such as refused styles. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  /** The texts of a column of the page's first table, counted from 1. */
  public List<String> column(int number) {
    return all("table:first-of-type tbody tr td:nth-child(%d)".formatted(number)).stream()
        .map(WebElement::getText)
        .toList();
  }

  /** Keeps a picture, so that a person can look at what the test saw. */
  public void picture(String name) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "screenshots"));
      Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("The picture cannot be written.", e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
