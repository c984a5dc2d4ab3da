//! A mail server on loopback that does what servers do on bad days.

use super::letter::Letter;
use jasaq::mailer;
use std::{
    collections::BTreeSet,
    io::{self, BufRead, BufReader, Lines, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// How it answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Manner {
    Takes,
    /// 450 to every recipient.
    PutsOff,
    /// 450 to a recipient whom it has not met before, 250 when the same one comes again.
    Greylists,
    /// 550 to every recipient, and the address in the words.
    KnowsNobody,
    /// This reply to every recipient.
    Refuses(&'static str),
    /// This reply to the recipients whose address holds that part.
    RefusesOf(&'static str, &'static str),
    /// This reply once it has the whole mail.
    RefusesAfterDot(&'static str),
    /// 504 to every recipient while the greeting's name has no dot.
    WantsName,
    /// 552 to the whole mail.
    FindsItTooLarge,
    /// Waits so long before each answer.
    Slow(Duration),
    /// Breaks off in the middle of the mail.
    DropsBeforeTheDot,
    /// Takes the mail and breaks off before it says so.
    DropsAfterTheDot,
    /// Takes so many mails in a session and closes it with 421.
    Closes(usize),
    /// Greets with 421.
    IsClosed,
}

/// The server.
pub struct MailServer {
    port: u16,
    state: Arc<State>,
}

struct State {
    manner: Mutex<Manner>,
    taken: Mutex<Vec<mailer::Letter>>,
    known: Mutex<BTreeSet<String>>,
    greetings: Mutex<Vec<String>>,
    sessions: AtomicUsize,
    farewells: AtomicUsize,
    /// When a session began, or a mail was begun in it.
    tries: Mutex<Vec<Instant>>,
}

impl MailServer {
    pub fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(State {
            manner: Mutex::new(manner),
            taken: Mutex::default(),
            known: Mutex::default(),
            greetings: Mutex::default(),
            sessions: AtomicUsize::new(0),
            farewells: AtomicUsize::new(0),
            tries: Mutex::default(),
        });
        let accepting = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&accepting);
                state.sessions.fetch_add(1, Ordering::SeqCst);
                thread::spawn(move || converse(&stream, &state));
            }
        });
        Self { port, state }
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    pub fn set(&self, manner: Manner) {
        *self.state.manner.lock().unwrap() = manner;
    }

    /// Every mail whose final dot it has seen, whatever it said of it.
    pub fn letters(&self) -> Vec<Letter> {
        self.state.taken.lock().unwrap().iter().map(Letter::read).collect()
    }

    pub fn count(&self) -> usize {
        self.state.taken.lock().unwrap().len()
    }

    pub fn sessions(&self) -> usize {
        self.state.sessions.load(Ordering::SeqCst)
    }

    /// The names that sessions were begun with.
    pub fn greetings(&self) -> Vec<String> {
        self.state.greetings.lock().unwrap().clone()
    }

    /// Sessions that were ended in order.
    pub fn farewells(&self) -> usize {
        self.state.farewells.load(Ordering::SeqCst)
    }

    /// Mails that were begun, taken or not.
    pub fn tries(&self) -> usize {
        self.state.tries.lock().unwrap().len()
    }
}

fn converse(stream: &TcpStream, state: &State) -> io::Result<()> {
    let mut out = stream.try_clone()?;
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let (mut to, mut taken) = (String::new(), 0);
    let now = || *state.manner.lock().unwrap();
    if now() == Manner::IsClosed {
        state.tries.lock().unwrap().push(Instant::now());
        return out.write_all(b"421 4.3.2 closed\r\n");
    }
    answer(&mut out, now(), "220 test ESMTP")?;
    while let Some(line) = lines.next().transpose()? {
        let manner = now();
        let reply = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => {
                let name = line.trim_start_matches("EHLO ").to_owned();
                state.greetings.lock().unwrap().push(name);
                "250-test\r\n250 8BITMIME"
            }
            "MAIL" => {
                state.tries.lock().unwrap().push(Instant::now());
                if matches!(manner, Manner::Closes(most) if taken >= most) {
                    return out.write_all(b"421 4.7.0 enough for one session\r\n");
                }
                "250 ok"
            }
            "RCPT" => {
                line.split(['<', '>']).nth(1).unwrap_or_default().clone_into(&mut to);
                match manner {
                    Manner::PutsOff => "450 4.2.1 come back",
                    Manner::Greylists if state.known.lock().unwrap().insert(to.clone()) => {
                        "450 4.7.1 greylisted"
                    }
                    Manner::Refuses(reply) => reply,
                    Manner::RefusesOf(part, reply) if to.contains(part) => reply,
                    Manner::WantsName
                        if !state
                            .greetings
                            .lock()
                            .unwrap()
                            .last()
                            .is_some_and(|name| name.contains('.')) =>
                    {
                        "504 5.5.2 Helo command rejected: need fully-qualified hostname"
                    }
                    Manner::KnowsNobody => "550 5.1.1 no such mailbox akimat@demo.invalid",
                    _ => "250 ok",
                }
            }
            "DATA" => {
                answer(&mut out, manner, "354 go on")?;
                if manner == Manner::DropsBeforeTheDot {
                    lines.next().transpose()?;
                    return Ok(());
                }
                let content = content(&mut lines)?;
                let is_taken =
                    !matches!(manner, Manner::FindsItTooLarge | Manner::RefusesAfterDot(_));
                if is_taken {
                    state.taken.lock().unwrap().push(mailer::Letter { to: to.clone(), content });
                    taken += 1;
                }
                match manner {
                    Manner::DropsAfterTheDot => return Ok(()),
                    Manner::FindsItTooLarge => "552 5.3.4 too large",
                    Manner::RefusesAfterDot(reply) => reply,
                    _ => "250 taken",
                }
            }
            "QUIT" => {
                state.farewells.fetch_add(1, Ordering::SeqCst);
                return out.write_all(b"221 bye\r\n");
            }
            _ => "250 ok",
        };
        answer(&mut out, manner, reply)?;
    }
    Ok(())
}

fn content(lines: &mut Lines<BufReader<TcpStream>>) -> io::Result<Vec<u8>> {
    let mut content = String::new();
    for line in lines {
        let line = line?;
        if line == "." {
            return Ok(content.into_bytes());
        }
        content.push_str(line.strip_prefix('.').unwrap_or(&line));
        content.push_str("\r\n");
    }
    Err(io::ErrorKind::UnexpectedEof.into())
}

fn answer(out: &mut TcpStream, manner: Manner, reply: &str) -> io::Result<()> {
    if let Manner::Slow(time) = manner {
        thread::sleep(time);
    }
    out.write_all(format!("{reply}\r\n").as_bytes())
}
