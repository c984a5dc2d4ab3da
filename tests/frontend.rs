//! What every page is made with: assets that are sent once and small, a language that changes inside a form, a theme.

use crate::harness::TestApp;
use jasaq::domain::language::Language;

#[test]
fn assets_are_compressed_once_and_not_sent_again_to_whoever_has_them() {
    let app = TestApp::start();
    let page = app.visitor().see("/sign-in");
    let paths = [
        page.links("/assets/"),
        page.html
            .split("src=\"")
            .skip(1)
            .map(|src| src.split('"').next().unwrap().to_owned())
            .collect(),
    ]
    .concat();
    let endings: Vec<_> =
        paths.iter().filter_map(|path| path.rsplit_once('.')).map(|(_, ending)| ending).collect();
    assert!(endings.contains(&"css") && endings.contains(&"js"), "{paths:?}");
    let agent: ureq::Agent =
        ureq::Agent::config_builder().http_status_as_error(false).build().into();
    for path in paths {
        let url = format!("http://{}{path}", app.address);
        for (accepted, sent) in
            [("br, gzip", Some("br")), ("gzip", Some("gzip")), ("br;q=0, gzip;q=0, identity", None)]
        {
            let answer = agent.get(&url).header("accept-encoding", accepted).call().unwrap();
            let header = |name: &str| {
                answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
            };
            assert_eq!(header("content-encoding").as_deref(), sent, "{path} for {accepted}");
            assert_eq!(
                header("cache-control").as_deref(),
                Some("public, max-age=31536000, immutable")
            );
            assert!(
                header("vary").is_some_and(|vary| vary.to_lowercase().contains("accept-encoding"))
            );
            let tag = header("etag").unwrap();
            let again = agent
                .get(&url)
                .header("accept-encoding", accepted)
                .header("if-none-match", &tag)
                .call()
                .unwrap();
            assert_eq!(again.status(), 304, "{path} for {accepted}");
        }
    }
    assert_eq!(
        agent
            .get(format!("http://{}/assets/0000000000000000.css", app.address))
            .call()
            .unwrap()
            .status(),
        404
    );
}

#[test]
fn a_form_in_another_language_keeps_what_is_typed_and_carries_nothing_out() {
    let app = TestApp::start();
    let mut akimat = app.sign_in("akimat");
    let unit = akimat.first_unit();
    let form = akimat.see("/squads/new").form("/squads");
    let fields = [
        ("name_kk", "Өрнек"),
        ("name_ru", "Узор"),
        ("area", "Ауыл"),
        ("unit", unit.as_str()),
        ("language_switch", "ru"),
    ];
    let page = akimat.post(&form, &fields).expect(200);
    assert!(
        page.html.contains("<html lang=\"ru\"")
            && page.html.contains("value=\"Өрнек\"")
            && !page.html.contains("id=\"summary\"")
    );
    assert!(page.html.contains(&format!("value=\"{unit}\" selected")));
    assert_eq!(
        app.count("SELECT count(*) FROM squad"),
        0,
        "nothing is carried out, though nothing was wrong"
    );
    assert!(akimat.see("/squads").html.contains("<html lang=\"ru\""), "the language stays");
    // A form with faults is not told of them before it is sent.
    let page = akimat.post(&form, &[("language_switch", "en")]).expect(200);
    assert!(page.html.contains("<html lang=\"en\"") && !page.html.contains("class=\"error\""));
    akimat.post(&form, &[("language_switch", "xx")]).expect(422);
    akimat.post(&form, &[("language_switch", "kk"), ("form_token", "")]).expect(403);

    let mut visitor = app.visitor();
    let form = visitor.see("/sign-in").form("/sign-in");
    let page = visitor
        .post(
            &form,
            &[("email", "akimat@demo.invalid"), ("password", "неверно"), ("language_switch", "ru")],
        )
        .expect(200);
    assert!(page.html.contains("value=\"akimat@demo.invalid\"") && !page.html.contains("неверно"));
    assert!(
        page.header("set-cookie").unwrap().starts_with("language=ru"),
        "a browser keeps it before anybody signs in"
    );
}

#[test]
fn a_theme_is_kept_with_the_user() {
    let app = TestApp::start();
    let mut akimat = app.sign_in("akimat");
    assert!(
        !akimat.see("/inbox").html.contains("data-theme"),
        "the system says so until the user does"
    );
    let form = akimat.see("/account").form("/account/theme");
    let page = akimat.submit(&form, &[("theme", "dark")]).expect(200);
    assert!(page.html.contains("<html lang=\"kk\" data-theme=\"dark\">"));
    assert!(
        app.sign_in("akimat").see("/inbox").html.contains("data-theme=\"dark\""),
        "in every browser"
    );
    assert!(!app.sign_in("hatshy").see("/inbox").html.contains("data-theme"));
    akimat.post(&form, &[("theme", "pink")]).expect(400);
}

#[test]
fn every_page_is_rendered_from_its_samples_in_every_language() {
    let tera = jasaq::templates::templates().unwrap();
    for language in Language::ALL {
        for page in jasaq::web::samples::all(&tera, *language) {
            let html = page
                .html
                .unwrap_or_else(|error| panic!("{} in {language}: {error:?}", page.template));
            assert!(html.contains("</html>"), "{}", page.template);
        }
    }
}
