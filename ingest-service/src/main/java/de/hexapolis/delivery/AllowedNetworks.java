package de.hexapolis.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Hosts and networks that may be written to though they are not on the open internet, from a setting such as {@code
 * hexapolis.webhooks.allow}: names such as {@code tickets.fulda.lan}, networks such as {@code 10.1.0.0/16}. To these any
 * port, and plain http, is allowed, too. Immutable.
 */
public final class AllowedNetworks {
    private final String setting;
    private final Set<String> hosts;
    private final List<Network> networks;

    private AllowedNetworks(String setting, Set<String> hosts, List<Network> networks) {
        this.setting = setting;
        this.hosts = Set.copyOf(hosts);
        this.networks = List.copyOf(networks);
    }

    /**
     * None of them: only the open internet.
     *
     * @param setting that would allow some
     */
    static AllowedNetworks none(String setting) {
        return new AllowedNetworks(setting, Set.of(), List.of());
    }

    /**
     * @param setting by its name
     * @throws IllegalArgumentException naming the setting and its value
     */
    public static AllowedNetworks of(String setting, List<String> entries) {
        Set<String> hosts = new HashSet<>();
        List<Network> networks = new ArrayList<>();
        for (String entry : entries) {
            String text = entry.strip().toLowerCase(Locale.ROOT);
            if (text.matches("[0-9a-f.:]+/\\d{1,3}")) {
                networks.add(Network.of(text).orElseThrow(() -> notOne(setting, entry)));
            } else if (text.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?")) {
                hosts.add(text);
            } else if (!text.isEmpty()) {
                throw notOne(setting, entry);
            }
        }
        return new AllowedNetworks(setting, hosts, networks);
    }

    boolean has(String host, InetAddress address) {
        return hosts.contains(host.toLowerCase(Locale.ROOT))
                || networks.stream().anyMatch(network -> network.has(address));
    }

    /** The setting's name. */
    String setting() {
        return setting;
    }

    private static IllegalArgumentException notOne(String setting, String entry) {
        return new IllegalArgumentException(
                "%s: '%s' is neither a host nor a network such as 10.1.0.0/16".formatted(setting, entry));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Network(byte[] base, int bits) {
        private static Optional<Network> of(String text) {
            int slash = text.indexOf('/');
            try {
                // what is no address is a name of digits, which nobody has
                byte[] base = InetAddress.getByName(text.substring(0, slash)).getAddress();
                int bits = Integer.parseInt(text.substring(slash + 1));
                if (bits <= base.length * 8) {
                    return Optional.of(new Network(base, bits));
                }
            } catch (UnknownHostException notOne) {
                // nobody has it
            }
            return Optional.empty();
        }

        private boolean has(InetAddress address) {
            byte[] other = address.getAddress();
            if (other.length != base.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((other[bit / 8] & mask) != (base[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
