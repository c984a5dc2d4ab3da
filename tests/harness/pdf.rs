//! PDFs as scanners make them, in the fewest bytes.

use std::fmt::Write;

/// A PDF of so many pages of A4, each with a grey block that is larger from page to page.
pub fn of_pages(count: usize) -> Vec<u8> {
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned()];
    let kids: String = (0..count).fold(String::new(), |mut kids, n| {
        write!(kids, "{} 0 R ", 3 + 2 * n).unwrap();
        kids
    });
    objects.push(format!("<< /Type /Pages /Count {count} /Kids [{kids}] >>"));
    for n in 0..count {
        objects.push(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents {} 0 R >>", 4 + 2 * n));
        let drawing = format!("0.5 g 50 50 {} 300 re f", 20 * (n + 1));
        objects.push(format!("<< /Length {} >>\nstream\n{drawing}\nendstream", drawing.len()));
    }
    let mut file = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(file.len());
        write!(file, "{} 0 obj\n{object}\nendobj\n", n + 1).unwrap();
    }
    let table = file.len();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(file, "{place:010} 00000 n ").unwrap();
    }
    write!(
        file,
        "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    )
    .unwrap();
    file.into_bytes()
}
