//! The cost of papers: a certificate, a sheet, and a hundred certificates at once with the memory that they take.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::print_stdout)]

use chrono::NaiveDate;
use jasaq::{
    documents::{
        self,
        certificate::{Certificate, Check, Signatory},
        office::{self, List, ListedPerson, Number},
    },
    domain::{
        certificate::CertificateKind,
        language::{Language, Named},
    },
};
use std::{fs, time::Instant};

const TIMES: u32 = 100;

fn certificate(number: u32) -> Certificate {
    Certificate {
        kind: CertificateKind::Volunteer,
        number: format!("Е{number:06}"),
        holder: "Құлмағамбетов Ғалымжан Өмірұлы".into(),
        subdivision: "Шекара қызметінің «Сынақ» аумақтық бөлімшесі".into(),
        issued_on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        signatory: Signatory {
            position: "Аумақтық бөлімше бастығы".into(),
            rank: "полковник".into(),
            name: "Образцов Айдар".into(),
        },
        check: Some(Check {
            url: "HTTPS://JASAQ.EXAMPLE.KZ/C/7K4M2QXP9RTDW3VA".into(),
            code: "7K4M-2QXP-9RTD-W3VA".into(),
        }),
    }
}

fn list() -> List {
    let named = |kk: &str, ru: &str| Named { kk: kk.into(), ru: ru.into(), en: kk.into() };
    List {
        akimat: named("Үлгі ауданының әкімдігі", "Акимат Улгинского района"),
        territory: named("«Сынақ» аумақтық бөлімшесі", "Подразделение «Сынак»"),
        squad: named("Ақжайық", "Акжайык"),
        sent: Number {
            number: "3-14/1187".into(),
            on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        },
    }
}

fn person() -> ListedPerson {
    ListedPerson {
        name: "Құлмағамбетов Ғалымжан Өмірұлы".into(),
        birth_date: NaiveDate::from_ymd_opt(1990, 1, 9),
        iin: "900109399017".into(),
        address: Some("Үлгі ауданы, Ақжайық ауылы, Бейбітшілік көшесі, 12-үй".into()),
        pages: 2,
    }
}

/// The memory that the process holds, in MB.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() >> 10
}

fn main() {
    certificate(1).pdf().unwrap();
    let (before, began) = (memory(), Instant::now());
    let bytes: usize = (0..TIMES).map(|number| certificate(number).pdf().unwrap().len()).sum();
    let each = began.elapsed().as_secs_f64() * 1000.0 / f64::from(TIMES);
    let size = bytes / usize::try_from(TIMES).unwrap();
    println!(
        "a certificate  {each:>7.1} ms  {size} bytes  memory {before} MB, after {TIMES} {} MB",
        memory()
    );
    for count in [4, 8, 100] {
        let all: Vec<_> = (0..count).map(certificate).collect();
        let began = Instant::now();
        let bytes = documents::sheet(&all).unwrap().len();
        let time = began.elapsed().as_secs_f64() * 1000.0;
        println!("{count:>3} on sheets  {time:>7.1} ms  {bytes} bytes  memory {} MB", memory());
    }
    let began = Instant::now();
    (0..TIMES).for_each(|number| certificate(number).check().unwrap());
    let each = began.elapsed().as_secs_f64() * 1000.0 / f64::from(TIMES);
    println!("its words tried on the form, without a file  {each:.2} ms");
    for count in [40, 500] {
        let letter = office::cover_letter(Language::Kk, &list(), &vec![person(); count]);
        let began = Instant::now();
        let bytes = letter.pdf().unwrap().len();
        let time = began.elapsed().as_secs_f64() * 1000.0;
        println!("a letter of {count:>3} people  {time:>7.1} ms  {bytes} bytes");
    }
}
