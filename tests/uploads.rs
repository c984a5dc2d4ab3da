//! Large forms cost what they should: a place before a byte is read, the disk and not the memory, and a least speed.

use crate::harness::{TestApp, fixture, visitor::Visitor};
use std::{
    io::{Read, Write},
    net::TcpStream,
    thread,
    time::{Duration, Instant},
};

/// An upload that has begun and goes no further: its head, and the first bytes of a file.
fn begin(app: &TestApp, visitor: &Visitor, path: &str, bytes: usize) -> TcpStream {
    let mut stream = TcpStream::connect(app.address).unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: jasaq.test\r\nCookie: session={}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 10000000\r\n\r\n\
         --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n",
        visitor.cookie("session").unwrap()
    );
    stream.write_all(head.as_bytes()).unwrap();
    let chunk = vec![b'x'; 64 << 10];
    for _ in 0..bytes / chunk.len() {
        // The server reads no more than it has room for.
        stream.set_write_timeout(Some(Duration::from_millis(300))).unwrap();
        if stream.write_all(&chunk).is_err() {
            break;
        }
    }
    stream
}

#[test]
fn forty_uploads_that_never_end_take_two_places_and_nobody_elses_time() {
    let app = TestApp::start();
    let slow = app.sign_in("akimat");
    let held: Vec<TcpStream> = (0..40).map(|_| begin(&app, &slow, "/squads", 128 << 10)).collect();
    thread::sleep(Duration::from_millis(500));
    // Somebody of another office uploads a list meanwhile, and gets the review.
    let began = Instant::now();
    let mut other = app.sign_in("akimat2");
    let form = other.see("/squads/new").form("/squads");
    let unit = other.first_unit();
    let fields = [("name_kk", "Ж"), ("name_ru", "Ж"), ("area", "А"), ("unit", unit.as_str())];
    let file = fixture("lists/01_kurmangazy_kk_iin_as_number.xlsx");
    let answer = other.post_file(&form, &fields, Some(("file", "тізім.xlsx", &file))).expect(303);
    other.see(&answer.location.unwrap());
    assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
    drop(held);
}

#[test]
fn a_large_file_arrives_whole_by_way_of_the_disk_and_leaves_nothing_there() {
    let app = TestApp::start();
    let mut akimat = app.sign_in("akimat");
    let form = akimat.see("/squads/new").form("/squads");
    let unit = akimat.first_unit();
    let mut csv = String::from("№;ЖСН;Тегі;Аты;Туған күні\r\n");
    csv.push_str("1;720120399001;Үлгібаев;Нұрлан;20.01.1972\r\n");
    // Blank lines: the file is far larger than what is kept in memory.
    csv.push_str(&"\r\n".repeat(200_000));
    csv.push_str("2;731012499015;Үлгібаева;Айгүл;12.10.1973\r\n");
    assert!(csv.len() > 6 * (64 << 10));
    let fields = [("name_kk", "Ж"), ("name_ru", "Ж"), ("area", "А"), ("unit", unit.as_str())];
    let answer =
        akimat.post_file(&form, &fields, Some(("file", "тізім.csv", csv.as_bytes()))).expect(303);
    let review = akimat.see(&answer.location.unwrap());
    assert!(review.says("Үлгібаев") && review.says("Үлгібаева"), "{}", review.text());
    let left: Vec<_> = std::fs::read_dir(&app.state.settings.data_dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(".tmp"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn an_upload_slower_than_any_telephone_is_given_up() {
    let app = TestApp::start();
    let slow = app.sign_in("akimat");
    let mut stream = begin(&app, &slow, "/squads", 0);
    stream.set_read_timeout(Some(Duration::from_secs(25))).unwrap();
    let began = Instant::now();
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!((14..22).contains(&began.elapsed().as_secs()), "{:?}", began.elapsed());
}

#[test]
fn a_few_words_may_come_slowly() {
    let app = TestApp::start();
    let mut stream = TcpStream::connect(app.address).unwrap();
    let words = "email=akimat%40demo.invalid&password=x";
    let head = format!(
        "POST /sign-in HTTP/1.1\r\nHost: jasaq.test\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{}",
        words.len(),
        &words[..10]
    );
    stream.write_all(head.as_bytes()).unwrap();
    thread::sleep(Duration::from_secs(17));
    stream.write_all(&words.as_bytes()[10..]).unwrap();
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    assert!(answer.starts_with("HTTP/1.1 4") && !answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("text/html"), "a page: {answer}");
}
