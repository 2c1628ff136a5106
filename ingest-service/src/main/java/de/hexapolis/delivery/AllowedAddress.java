package de.hexapolis.delivery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Whether we write to an address that somebody gave us: https on the open internet, or what the operator allows. A name is
 * looked up anew at each attempt, for some seconds at most, and the connection goes to the very address that was judged. Immutable, thread-safe.
 */
public final class AllowedAddress {
    private static final Set<Integer> PORTS = Set.of(443, 8443);

    private final AllowedNetworks allowed;
    private final Names names;

    /** Looks names up. */
    @FunctionalInterface
    interface Names {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    public AllowedAddress(AllowedNetworks allowed) {
        this(allowed, new BoundedNames());
    }

    AllowedAddress(AllowedNetworks allowed, Names names) {
        this.allowed = allowed;
        this.names = names;
    }

    /** Where to connect to. Immutable. */
    public record Checked(InetAddress address, String host, int port, boolean tls) {}

    /** Why we do not write there; a sentence for people. */
    public static final class Forbidden extends Exception {
        private static final long serialVersionUID = 1;

        Forbidden(String why) {
            super(why, null, false, false);
        }
    }

    /**
     * Judges a target and all addresses that its name has.
     *
     * @param attempt of several addresses another one each time, lest one that is dead keeps us from the others
     * @throws UnknownHostException if the name has no address now
     */
    public Checked check(URI target, int attempt) throws Forbidden, UnknownHostException {
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        String host = target.getHost();
        if (!(scheme.equals("https") || scheme.equals("http")) || host == null || target.getUserInfo() != null) {
            throw new Forbidden("not an address such as https://example.org/hooks");
        }
        boolean tls = scheme.equals("https");
        int port = target.getPort() == -1 ? (tls ? 443 : 80) : target.getPort();
        InetAddress[] addresses = names.addressesOf(stripped(host));
        if (addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        for (InetAddress address : addresses) {
            if (!allowed.has(host, address)) {
                requireOpenInternet(host, address, tls, port);
            }
        }
        return new Checked(addresses[Math.floorMod(attempt, addresses.length)], host, port, tls);
    }

    private void requireOpenInternet(String host, InetAddress address, boolean tls, int port) throws Forbidden {
        if (isInside(address)) {
            throw new Forbidden("'%s' is not on the open internet (%s lets the operator allow it)"
                    .formatted(host, allowed.setting()));
        }
        if (!tls) {
            throw new Forbidden("only https is allowed to '%s'".formatted(host));
        }
        if (!PORTS.contains(port)) {
            throw new Forbidden("port %d is not allowed, only 443 and 8443".formatted(port));
        }
    }

    /** Loopback, private, link-local with the clouds' metadata, shared, test and reserved ranges, multicast. */
    private static boolean isInside(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        return address instanceof Inet4Address
                ? isInside4(address.getAddress())
                : !(address instanceof Inet6Address) || isInside6(address.getAddress());
    }

    private static boolean isInside4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return first == 0
                || first == 10
                || first == 127
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && (second == 168 || (second == 0 && (third == 0 || third == 2))))
                || (first == 198 && (second == 18 || second == 19 || (second == 51 && third == 100)))
                || (first == 203 && second == 0 && third == 113)
                || first >= 224;
    }

    /** Of IPv6 only 2000::/3 is on the internet; of that neither what carries an IPv4 address nor documentation. */
    private static boolean isInside6(byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean special = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xfe) == 0;
        boolean documentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && (bytes[3] & 0xff) == 0xb8;
        return !global || sixToFour || special || documentation;
    }

    private static String stripped(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
