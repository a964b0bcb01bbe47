package org.assay.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void an_ipv4_address_counts_by_itself_however_it_is_written() {
        for (String same : new String[] {"192.0.2.7", "192.0.2.7:4711", "::ffff:192.0.2.7", "[::ffff:192.0.2.7]:80"}) {
            assertEquals("192.0.2.7", ClientAddress.counted(same));
        }
        assertNotEquals(ClientAddress.counted("192.0.2.7"), ClientAddress.counted("192.0.2.8"));
    }

    @Test
    void an_ipv6_address_counts_by_its_network_of_64_bits() {
        String network = ClientAddress.counted("2001:db8:1:2::1");
        for (String same :
                new String[] {"2001:db8:1:2:ffff:ffff:ffff:ffff", "[2001:db8:1:2::7]:443", "2001:DB8:1:2::"}) {
            assertEquals(network, ClientAddress.counted(same));
        }
        assertNotEquals(network, ClientAddress.counted("2001:db8:1:3::1"));
    }

    @Test
    void whatever_is_no_address_counts_as_one() {
        for (String other : new String[] {"", "unknown", "_hidden", "[", "example.org", "\u0661.2.3.4"}) {
            assertEquals("unknown", ClientAddress.counted(other));
        }
    }
}
