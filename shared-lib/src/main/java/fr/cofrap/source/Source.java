package fr.cofrap.source;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request counts against: an IPv4 address, or the /64 network of an IPv6 address, because
 * every subscriber has at least that many addresses.
 */
public record Source(String network) {
  /** Everyone whose address is not known: together, so that hiding it gains nothing. */
  public static final Source UNKNOWN = new Source("unknown");

  /**
   * As proxies write addresses: IPv6 perhaps in brackets or with a zone, both perhaps with a port.
   */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<v4>\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?"
              + "|(?<v6>[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)(?:%[^]\\s]*)?"
              + "|\\[(?<bracketed>[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)(?:%[^]\\s]*)?](?::\\d{1,5})?");

  private static final int BYTES_OF_A_64 = 8;

  /** The source that an address belongs to. A name is not an address, and is never looked up. */
  static Source of(String text) {
    Matcher address = ADDRESS.matcher(text.strip());
    if (!address.matches()) {
      return UNKNOWN;
    }
    String v4 = address.group("v4");
    String v6 = address.group("v6");
    try {
      return of(
          InetAddress.ofLiteral(v4 != null ? v4 : v6 != null ? v6 : address.group("bracketed")));
    } catch (IllegalArgumentException outOfRange) {
      return UNKNOWN;
    }
  }

  /** Java reads an IPv4 address that is mapped into IPv6 as IPv4. */
  private static Source of(InetAddress address) {
    return new Source(
        address instanceof Inet6Address
            ? HexFormat.of().formatHex(address.getAddress(), 0, BYTES_OF_A_64) + "/64"
            : address.getHostAddress());
  }
}
