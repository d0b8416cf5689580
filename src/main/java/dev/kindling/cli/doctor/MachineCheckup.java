package dev.kindling.cli.doctor;

import dev.kindling.cli.command.Surroundings;
import dev.kindling.cli.screen.Figures;
import dev.kindling.cli.screen.Finding;
import dev.kindling.cli.screen.Screen;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import javax.tools.ToolProvider;

/** What {@code doctor} looks at whatever the checkout: Java, memory, loopback, terminal. */
public final class MachineCheckup {

  private static final long GIGABYTE = 1L << 30;
  private static final int CONNECT_MILLIS = 2_000;

  private final Surroundings surroundings;

  MachineCheckup(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  List<Finding> findings() {
    return List.of(java(), memory(physicalMemory()), loopback(), terminal());
  }

  private static Finding java() {
    int feature = Runtime.version().feature();
    String found = "Java " + System.getProperty("java.version");
    String home = System.getProperty("java.home");
    String next = "Install a JDK 17 or newer and point JAVA_HOME at it.";
    if (feature < 17) {
      return Finding.problem("java", found + " in '" + home + "' is too old.", next);
    }
    if (ToolProvider.getSystemJavaCompiler() == null) {
      String message = found + " in '" + home + "' has no compiler: it is a JRE, not a JDK.";
      return Finding.problem("java", message, next);
    }
    return Finding.ok("java", found + ", a JDK");
  }

  static Finding memory(long bytes) {
    if (bytes <= 0) {
      return Finding.warning("memory", "The system does not tell how much there is.", "");
    }
    String amount = Figures.bytes(bytes);
    if (bytes < 2 * GIGABYTE) {
      return Finding.problem(
          "memory", amount + " is too little for Spark.", "Give this machine at least 4 GB.");
    }
    return bytes < 4 * GIGABYTE - GIGABYTE / 4
        ? Finding.warning("memory", amount + " is tight.", "Close what you do not need.")
        : Finding.ok("memory", amount);
  }

  private static long physicalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : -1;
  }

  private static Finding loopback() {
    InetAddress address = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 1, address);
        Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, server.getLocalPort()), CONNECT_MILLIS);
      return Finding.ok("loopback", address.getHostAddress() + " accepts connections");
    } catch (IOException e) {
      return Finding.problem(
          "loopback",
          "This machine cannot connect to itself at '"
              + address.getHostAddress()
              + "': "
              + e.getMessage()
              + ".",
          "Let a firewall or sandbox allow loopback connections.");
    }
  }

  private Finding terminal() {
    Screen screen = surroundings.screen();
    String message =
        (surroundings.terminalOut() ? "a terminal" : "not a terminal")
            + ", "
            + screen.width()
            + " columns, "
            + (screen.colour() ? "colours" : "no colours")
            + ", "
            + screen.charset();
    return Finding.ok("terminal", message);
  }
}
