package org.walletcounter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where requests come from, for counting those of one place. */
public final class Places {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private Places() {}

    /** The place of a request: its address, and of IPv6 the network of 64 bits, for a host has all addresses of it. */
    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // An address in digits: no name is looked up.
            InetAddress literal = InetAddress.getByName(address);
            byte[] all = literal.getAddress();
            return all.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(all, 0, NETWORK_BYTES)
                    : literal.getHostAddress();
        } catch (UnknownHostException none) {
            return address;
        }
    }
}
