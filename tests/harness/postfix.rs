//! Debian's Postfix with a configuration, queue and certificate authority of its own, on a free port of loopback.
//!
//! It speaks to nobody who does not begin TLS and sign in, puts one reader off, knows one reader not, and takes no mail above
//! [`SIZE_LIMIT`]. Its master process needs root.

use std::{
    fs,
    net::{TcpListener, TcpStream},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

pub const USER: &str = "jasaq@house";
pub const PASSWORD: &str = "sesame-866";
/// Bytes.
pub const SIZE_LIMIT: usize = 60_000;
/// Put off for ever.
pub const PUT_OFF: &str = "putoff@demo.invalid";
/// Not known.
pub const UNKNOWN: &str = "nobody@demo.invalid";

/// A running Postfix; stopped when it is dropped.
pub struct Postfix {
    folder: TempDir,
    port: u16,
}

/// Whether this machine can run one: root, and the packages that `scripts/setup tests` installs.
pub fn is_there() -> bool {
    let is_root = output(Command::new("id").arg("-u")).trim() == "0";
    let has = |path: &str| Path::new(path).exists();
    let can = is_root && has("/usr/sbin/postfix") && has("/usr/sbin/saslpasswd2");
    // A fresh machine that tests a submission has it, or is broken.
    assert!(
        can || std::env::var("CI").is_err(),
        "Postfix is missing: scripts/setup tests installs it"
    );
    can
}

impl Postfix {
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let postfix = Self { folder, port };
        for name in ["etc/sasl", "queue", "data", "mail"] {
            fs::create_dir_all(postfix.path(name)).unwrap();
        }
        postfix.make_certificates();
        postfix.configure();
        for name in ["data", "mail", "etc/sasldb2"] {
            run(Command::new("chown").arg("postfix").arg(postfix.path(name)));
        }
        run(postfix.command().arg("start"));
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(
                began.elapsed() < Duration::from_secs(20),
                "Postfix did not begin:\n{}",
                postfix.log()
            );
            thread::sleep(Duration::from_millis(20));
        }
        postfix
    }

    pub fn url(&self) -> String {
        format!("smtp://{}:{PASSWORD}@localhost:{}", USER.replace('@', "%40"), self.port)
    }

    /// The same server, for somebody who has another password.
    pub fn url_with(&self, password: &str) -> String {
        self.url().replace(PASSWORD, password)
    }

    /// The authority that signed its certificate.
    pub fn ca_file(&self) -> PathBuf {
        self.path("ca.pem")
    }

    /// What it has delivered.
    pub fn mails(&self) -> Vec<Vec<u8>> {
        let files = fs::read_dir(self.path("mail/all/new")).into_iter().flatten().flatten();
        files.map(|file| fs::read(file.path()).unwrap()).collect()
    }

    /// Waits until it has delivered so many.
    pub fn wait_for(&self, mails: usize) -> Vec<Vec<u8>> {
        let began = Instant::now();
        loop {
            let found = self.mails();
            if found.len() >= mails {
                return found;
            }
            assert!(
                began.elapsed() < Duration::from_secs(20),
                "{} of {mails} mails:\n{}",
                found.len(),
                self.log()
            );
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// What it says of itself once every client has left: a mail is delivered before the end of its session is written.
    pub fn log_at_rest(&self) -> String {
        let began = Instant::now();
        loop {
            let log = self.log();
            let (come, gone) = (log.matches(" connect from "), log.matches(" disconnect from "));
            if come.count() == gone.count() {
                return log;
            }
            assert!(began.elapsed() < Duration::from_secs(20), "a client stays:\n{log}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn log(&self) -> String {
        fs::read_to_string(self.path("data/log")).unwrap_or_default()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self) -> Command {
        let mut command = Command::new("/usr/sbin/postfix");
        command.arg("-c").arg(self.path("etc"));
        command
    }

    fn make_certificates(&self) {
        let openssl = |arguments: &str| {
            run(Command::new("openssl").args(arguments.split(' ')).current_dir(self.folder.path()));
        };
        openssl(
            "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=Authority -addext basicConstraints=critical,CA:TRUE -keyout ca.key -out ca.pem",
        );
        openssl(
            "req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout server.key -out server.csr",
        );
        fs::write(
            self.path("extensions"),
            "subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n",
        )
        .unwrap();
        openssl(
            "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile extensions -out server.pem",
        );
    }

    fn configure(&self) {
        let home = self.folder.path().display();
        let ids = |flag: &str| output(Command::new("id").args([flag, "postfix"])).trim().to_owned();
        let (uid, gid) = (ids("-u"), ids("-g"));
        let main = format!(
            "compatibility_level = 3.6
queue_directory = {home}/queue
data_directory = {home}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = {home}/data/log
maillog_file_prefixes = {home}
myhostname = mail.test
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks =
mydestination =
virtual_mailbox_domains = demo.invalid
virtual_mailbox_base = {home}/mail
virtual_mailbox_maps = static:all/
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
message_size_limit = {SIZE_LIMIT}
smtpd_tls_cert_file = {home}/server.pem
smtpd_tls_key_file = {home}/server.key
smtpd_tls_security_level = encrypt
smtpd_tls_auth_only = yes
smtpd_tls_received_header = yes
smtpd_sasl_auth_enable = yes
cyrus_sasl_config_path = {home}/etc/sasl
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access texthash:{home}/etc/recipients, permit_sasl_authenticated, reject
smtpd_error_sleep_time = 0
"
        );
        let services = "pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
virtual unix - n n - - virtual
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
";
        let write = |name: &str, text: &str| fs::write(self.path(name), text).unwrap();
        write("etc/main.cf", &main);
        write(
            "etc/master.cf",
            &format!("127.0.0.1:{} inet n - n - - smtpd\n{services}", self.port),
        );
        write(
            "etc/recipients",
            &format!("{PUT_OFF} 450 4.2.0 come back later\n{UNKNOWN} 550 5.1.1 no such reader\n"),
        );
        let sasl = format!(
            "pwcheck_method: auxprop\nauxprop_plugin: sasldb\nsasldb_path: {home}/etc/sasldb2\nmech_list: PLAIN LOGIN\n"
        );
        write("etc/sasl/smtpd.conf", &sasl);
        let (user, realm) = USER.split_once('@').unwrap();
        let mut saslpasswd = Command::new("saslpasswd2");
        saslpasswd
            .args(["-p", "-c", "-u", realm, user, "-f"])
            .arg(self.path("etc/sasldb2"))
            .stdin(Stdio::piped());
        let mut child = saslpasswd.spawn().unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), PASSWORD.as_bytes()).unwrap();
        assert!(child.wait().unwrap().success(), "saslpasswd2");
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        drop(self.command().arg("abort").stdout(Stdio::null()).stderr(Stdio::null()).status());
    }
}

/// The certificate of an authority that has signed nothing, made in that folder.
pub fn other_authority(folder: &Path) -> PathBuf {
    let path = folder.join("other.pem");
    let arguments = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=Other -keyout other.key -out other.pem";
    run(Command::new("openssl").args(arguments.split(' ')).current_dir(folder));
    path
}

fn run(command: &mut Command) {
    let done = command.output().unwrap();
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

fn output(command: &mut Command) -> String {
    String::from_utf8_lossy(&command.output().unwrap().stdout).into_owned()
}
