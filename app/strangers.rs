//! Strangers: browsers that have never signed in. Their failures are counted by the address they come from, so that one who
//! guesses shuts out nobody but the other strangers of that address, and those only for a while.
//!
//! The counts are a node's own and lie in memory: a guesser begins again at each node, and each is as slow.

use crate::domain::time::Instant;
use chrono::TimeDelta;
use ipnet::IpNet;
use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

/// Weight that an address has free: thirty failures, and a whole office behind one address makes fewer.
const FREE: u32 = 30 * FAILURE;
/// The weight of a failure. A check of a certificate that is found weighs one: nobody has three hundred to check.
const FAILURE: u32 = 10;
/// Seconds for which a failure counts.
pub const COUNTED: u32 = 600;
/// Addresses that are kept at most: some megabytes.
const ADDRESSES: usize = 50_000;

/// The failures of strangers by their addresses, of one kind of door: who guesses at one is not shut out of another.
#[derive(Default)]
pub struct Strangers {
    /// Proxies that are believed when they name another address than their own.
    proxies: Vec<IpNet>,
    failures: Mutex<HashMap<IpAddr, Failures>>,
}

/// The failures of an address since the first of them that counts.
#[derive(Clone, Copy)]
struct Failures {
    since: Instant,
    weight: u32,
}

impl Failures {
    fn counts(self, now: Instant) -> bool {
        self.since <= now && now < self.since + TimeDelta::seconds(COUNTED.into())
    }
}

impl Strangers {
    /// Strangers who come through these proxies, or straight.
    #[must_use]
    pub fn behind(proxies: Vec<IpNet>) -> Self {
        Self { proxies, ..Self::default() }
    }

    /// The address of a client as failures are counted by it: the network of an IPv6 address, which one household has to
    /// itself. Each proxy adds its word at the end.
    #[must_use]
    pub fn address(&self, peer: IpAddr, forwarded: &str) -> IpAddr {
        let is_proxy = |address: IpAddr| self.proxies.iter().any(|net| net.contains(&address));
        let (mut client, mut named) = (peer.to_canonical(), forwarded.rsplit(','));
        while is_proxy(client) {
            let Some(before) = named.next().and_then(|text| text.trim().parse::<IpAddr>().ok())
            else {
                break;
            };
            client = before.to_canonical();
        }
        match client {
            IpAddr::V4(_) => client,
            IpAddr::V6(v6) => {
                let network = v6.to_bits() >> 64 << 64;
                IpAddr::V6(network.into())
            }
        }
    }

    /// Whether strangers of that address have to wait.
    pub fn are_shut_out(&self, address: IpAddr, now: Instant) -> bool {
        let failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        failures.get(&address).is_some_and(|own| own.counts(now) && own.weight >= FREE)
    }

    /// Counts a failure of a stranger.
    pub fn note_failure(&self, address: IpAddr, now: Instant) {
        self.note(address, FAILURE, now);
    }

    /// Counts a success where strangers may not ask without end.
    pub fn note_success(&self, address: IpAddr, now: Instant) {
        self.note(address, 1, now);
    }

    fn note(&self, address: IpAddr, weight: u32, now: Instant) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        if failures.len() >= ADDRESSES {
            failures.retain(|_, own| own.counts(now));
        }
        if failures.len() >= ADDRESSES && !failures.contains_key(&address) {
            return;
        }
        let own = failures.entry(address).or_insert(Failures { since: now, weight: 0 });
        if !own.counts(now) {
            *own = Failures { since: now, weight: 0 };
        }
        own.weight += weight;
    }
}

/// The proxies that a list of addresses and networks names.
///
/// # Errors
/// The entry that is neither.
pub fn proxies(list: &str) -> Result<Vec<IpNet>, String> {
    let entries = list.split(',').map(str::trim).filter(|entry| !entry.is_empty());
    let parse = |entry: &str| {
        entry
            .parse::<IpNet>()
            .or_else(|_| entry.parse::<IpAddr>().map(IpNet::from))
            .map_err(|_| entry.to_owned())
    };
    entries.map(parse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn only_a_trusted_proxy_is_believed_and_an_ipv6_network_is_one_address() {
        let strangers = Strangers::behind(proxies("10.0.0.0/8, ::1").unwrap());
        for (peer, forwarded, expected) in [
            ("203.0.113.7", "", "203.0.113.7"),
            ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
            ("10.0.0.2", "198.51.100.1", "198.51.100.1"),
            ("10.0.0.2", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
            ("10.0.0.2", "198.51.100.1, 10.9.9.9", "198.51.100.1"),
            ("10.0.0.2", "nobody", "10.0.0.2"),
            ("10.0.0.2", "", "10.0.0.2"),
            ("::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
            ("::ffff:203.0.113.7", "", "203.0.113.7"),
        ] {
            assert_eq!(strangers.address(ip(peer), forwarded), ip(expected), "{peer} {forwarded}");
        }
        assert_eq!(proxies("10.0.0.0/8, proxy").unwrap_err(), "proxy");
    }

    #[test]
    fn failures_of_an_address_shut_out_its_strangers_for_a_while_and_nobody_else() {
        let (strangers, now) = (Strangers::default(), Instant::default());
        let (guesser, other) = (ip("203.0.113.7"), ip("203.0.113.8"));
        for _ in 0..FREE / FAILURE {
            assert!(!strangers.are_shut_out(guesser, now));
            strangers.note_failure(guesser, now);
        }
        assert!(strangers.are_shut_out(guesser, now) && !strangers.are_shut_out(other, now));
        assert!(!strangers.are_shut_out(guesser, now + TimeDelta::minutes(10)));
        // A clock that was set back lets them try.
        assert!(!strangers.are_shut_out(guesser, now - TimeDelta::hours(2)));
    }

    #[test]
    fn a_crowd_of_addresses_takes_no_more_memory_than_there_is() {
        let (strangers, now) = (Strangers::default(), Instant::default());
        for n in 0..u32::try_from(ADDRESSES).unwrap() + 10 {
            strangers.note_failure(IpAddr::from(n.to_be_bytes()), now);
        }
        assert_eq!(strangers.failures.lock().unwrap().len(), ADDRESSES);
        let later = now + TimeDelta::minutes(10);
        strangers.note_failure(ip("203.0.113.7"), later);
        assert_eq!(strangers.failures.lock().unwrap().len(), 1);
    }
}
