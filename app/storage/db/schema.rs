//! The tables as diesel sees them. Private to the storage.

#![allow(missing_docs)]

diesel::table! {
    use diesel::sql_types::{Text, Nullable, Integer, Timestamp};
    use super::super::types::Uuid;

    body (id) {
        id -> Uuid,
        kind -> Text,
        parent_id -> Nullable<Uuid>,
        name_kk -> Text,
        name_ru -> Text,
        name_en -> Text,
        email -> Text,
        vetting_days -> Integer,
        valid_from -> Timestamp,
        valid_to -> Nullable<Timestamp>,
        succeeded_by -> Nullable<Uuid>,
        version -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamp};
    use super::super::types::Uuid;

    body_name (body_id, from_at) {
        body_id -> Uuid,
        from_at -> Timestamp,
        name_kk -> Text,
        name_ru -> Text,
        name_en -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::Uuid;

    service_area (unit_id, akimat_id) {
        unit_id -> Uuid,
        akimat_id -> Uuid,
    }
}

diesel::table! {
    use diesel::sql_types::{Bool, Text, Nullable, Integer, Timestamp};
    use super::super::types::Uuid;

    users (id) {
        id -> Uuid,
        email -> Text,
        name -> Text,
        language -> Text,
        password_hash -> Nullable<Text>,
        failed_sign_ins -> Integer,
        blocked_until -> Nullable<Timestamp>,
        disabled_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        proven_at -> Nullable<Timestamp>,
        digest -> Bool,
        digested_at -> Nullable<Timestamp>,
        theme -> Text,
        offered_to -> Nullable<Text>,
        accepted_by -> Nullable<Uuid>,
        login -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamp, Nullable};
    use super::super::types::Uuid;

    duty (id) {
        id -> Uuid,
        user_id -> Uuid,
        body_id -> Uuid,
        kind -> Text,
        from_at -> Timestamp,
        to_at -> Nullable<Timestamp>,
        deputy_for -> Nullable<Uuid>,
        granted_by -> Nullable<Uuid>,
        confirmed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::{Bool, Binary, Text, Timestamp};
    use super::super::types::Uuid;

    session (token_hash) {
        token_hash -> Binary,
        user_id -> Uuid,
        form_token -> Text,
        created_at -> Timestamp,
        seen_at -> Timestamp,
        device -> Text,
        is_leaders -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Integer, Timestamp, Nullable};
    use super::super::types::Uuid;

    known_browser (token_hash, user_id) {
        token_hash -> Binary,
        user_id -> Uuid,
        seen_at -> Timestamp,
        failed_sign_ins -> Integer,
        blocked_until -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Timestamp};
    use super::super::types::Uuid;

    reset_request (id) {
        id -> Uuid,
        address_sealed -> Binary,
        asked_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Timestamp, Nullable, Bool};
    use super::super::types::Uuid;

    link (token_hash) {
        token_hash -> Binary,
        user_id -> Uuid,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
        proves -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Timestamp};
    use super::super::types::Uuid;

    person (id) {
        id -> Uuid,
        iin_hmac -> Binary,
        created_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Binary, Timestamp, Integer, Nullable};
    use super::super::types::Uuid;

    squad (id) {
        id -> Uuid,
        reference -> Text,
        akimat_id -> Uuid,
        council_id -> Uuid,
        territory_id -> Nullable<Uuid>,
        unit_id -> Nullable<Uuid>,
        name_kk -> Text,
        name_ru -> Text,
        area -> Text,
        state -> Text,
        sort_key -> Binary,
        created_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::{Timestamp, Nullable};
    use super::super::types::Uuid;

    attachment (id) {
        id -> Uuid,
        squad_id -> Uuid,
        unit_id -> Uuid,
        from_at -> Timestamp,
        to_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamp, Integer, Date, Nullable};
    use super::super::types::Uuid;

    membership (id) {
        id -> Uuid,
        person_id -> Uuid,
        squad_id -> Nullable<Uuid>,
        application_id -> Nullable<Uuid>,
        state -> Text,
        created_at -> Timestamp,
        version -> Integer,
        trained_on -> Nullable<Date>,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Nullable, Binary, Date};
    use super::super::types::Uuid;

    particulars (membership_id) {
        membership_id -> Uuid,
        typed_by -> Uuid,
        surname -> Text,
        given_name -> Nullable<Text>,
        patronymic -> Nullable<Text>,
        iin_sealed -> Binary,
        birth_date -> Nullable<Date>,
        document_kind -> Text,
        document_number_sealed -> Nullable<Binary>,
        address -> Nullable<Text>,
        phone -> Nullable<Text>,
        email -> Nullable<Text>,
        language -> Nullable<Text>,
        sort_key -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamp, Integer, Nullable};
    use super::super::types::Uuid;

    member_list (id) {
        id -> Uuid,
        reference -> Text,
        squad_id -> Uuid,
        akimat_id -> Uuid,
        territory_id -> Nullable<Uuid>,
        state -> Text,
        created_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Text, Nullable, Timestamp};
    use super::super::types::Uuid;

    list_entry (id) {
        id -> Uuid,
        list_id -> Uuid,
        membership_id -> Uuid,
        position -> Integer,
        state -> Text,
        sent_in -> Nullable<Uuid>,
        return_code -> Nullable<Text>,
        version -> Integer,
        settled_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamp, Nullable};
    use super::super::types::Uuid;

    register_note (entry_id, register) {
        entry_id -> Uuid,
        register -> Text,
        asked_at -> Timestamp,
        answered_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Integer, Binary, Timestamp, Nullable};
    use super::super::types::Uuid;

    copy (id) {
        id -> Uuid,
        list_id -> Nullable<Uuid>,
        entry_id -> Nullable<Uuid>,
        decision_id -> Nullable<Uuid>,
        application_id -> Nullable<Uuid>,
        shows -> Nullable<Text>,
        position -> Integer,
        media_type -> Text,
        size -> Integer,
        sha256 -> Binary,
        content_sealed -> Binary,
        thumbnail_sealed -> Nullable<Binary>,
        source_sealed -> Nullable<Binary>,
        caller_kind -> Text,
        caller_id -> Nullable<Uuid>,
        attached_at -> Timestamp,
        taken_away_at -> Nullable<Timestamp>,
        sent_hmac -> Nullable<Binary>,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Text, Date, Timestamp, Binary, Nullable};
    use super::super::types::Uuid;

    dispatch (id) {
        id -> Uuid,
        list_id -> Uuid,
        serial -> Integer,
        outgoing_number -> Text,
        outgoing_date -> Date,
        sent_by -> Uuid,
        sent_at -> Timestamp,
        stated_on -> Date,
        territory_id -> Uuid,
        entries -> Integer,
        snapshot_sealed -> Binary,
        snapshot_sha256 -> Binary,
        incoming_number -> Nullable<Text>,
        incoming_date -> Nullable<Date>,
        received_by -> Nullable<Uuid>,
        received_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Integer, Date, Timestamp};
    use super::super::types::Uuid;

    decision (id) {
        id -> Uuid,
        council_id -> Uuid,
        year -> Integer,
        number -> Text,
        decided_on -> Date,
        presided_by -> Text,
        edition -> Text,
        recorded_by -> Uuid,
        recorded_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Integer, Nullable};
    use super::super::types::Uuid;

    decision_item (id) {
        id -> Uuid,
        decision_id -> Uuid,
        position -> Integer,
        squad_id -> Uuid,
        kind -> Text,
        leader_id -> Nullable<Uuid>,
        votes_for -> Integer,
        votes_against -> Integer,
        votes_abstained -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamp, Nullable, Integer};
    use super::super::types::Uuid;

    leadership (id) {
        id -> Uuid,
        squad_id -> Uuid,
        membership_id -> Uuid,
        decision_item_id -> Uuid,
        state -> Text,
        appointed_at -> Timestamp,
        in_office_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        version -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Date, Timestamp};
    use super::super::types::Uuid;

    training (id) {
        id -> Uuid,
        unit_id -> Uuid,
        held_on -> Date,
        base -> Text,
        held_by -> Text,
        recorded_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, BigInt, Nullable, Timestamp, Binary};
    use super::super::types::Uuid;

    book_entry (id) {
        id -> Uuid,
        unit_id -> Uuid,
        section -> Text,
        number -> BigInt,
        kind -> Text,
        membership_id -> Nullable<Uuid>,
        paper_page -> Nullable<Text>,
        entered_at -> Timestamp,
        journal_chain -> Text,
        journal_number -> BigInt,
        journal_hash -> Binary,
        training_id -> Nullable<Uuid>,
        corrects_id -> Nullable<Uuid>,
        off_record_id -> Nullable<Uuid>,
        result_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    use diesel::sql_types::{Bool, Text, Date, Timestamp, Nullable};
    use super::super::types::Uuid;

    off_record (id) {
        id -> Uuid,
        membership_id -> Uuid,
        unit_id -> Uuid,
        item -> Text,
        is_death -> Bool,
        arose_on -> Date,
        recorded_at -> Timestamp,
        undone_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text, Timestamp};
    use super::super::types::Uuid;

    notice_duty (id) {
        id -> Uuid,
        squad_id -> Nullable<Uuid>,
        membership_id -> Uuid,
        body_id -> Uuid,
        state -> Text,
        version -> Integer,
        opened_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Date, Timestamp, Nullable};
    use super::super::types::Uuid;

    notice_given (id) {
        id -> Uuid,
        duty_id -> Uuid,
        channel -> Text,
        given_on -> Date,
        proof -> Text,
        recorded_at -> Timestamp,
        failed_at -> Nullable<Timestamp>,
        outbox_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Text, Timestamp, Nullable};
    use super::super::types::Uuid;

    handoff (id) {
        id -> Uuid,
        kind -> Text,
        nature -> Text,
        case_kind -> Text,
        case_id -> Uuid,
        anchor_kind -> Text,
        anchor_id -> Uuid,
        squad_id -> Nullable<Uuid>,
        title_kk -> Text,
        title_ru -> Text,
        title_en -> Text,
        reference -> Text,
        from_body -> Uuid,
        to_body -> Uuid,
        duty -> Text,
        opened_by_act -> Uuid,
        opened_at -> Timestamp,
        due_at -> Nullable<Timestamp>,
        due_nature -> Nullable<Text>,
        first_opened_by -> Nullable<Uuid>,
        first_opened_at -> Nullable<Timestamp>,
        closed_by_act -> Nullable<Uuid>,
        closed_at -> Nullable<Timestamp>,
        reminders -> Integer,
        next_reminder -> Nullable<Text>,
        remind_at -> Nullable<Timestamp>,
        closed_by -> Nullable<Uuid>,
        closed_by_user -> Nullable<Uuid>,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, BigInt, Timestamp, Nullable, Binary};
    use super::super::types::Uuid;

    journal (chain, number) {
        chain -> Text,
        number -> BigInt,
        act_id -> Uuid,
        act -> Text,
        at -> Timestamp,
        user_id -> Nullable<Uuid>,
        body_id -> Nullable<Uuid>,
        subject -> Text,
        subject_id -> Uuid,
        case_id -> Uuid,
        payload -> Binary,
        hash -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, BigInt, Binary};
    use super::super::types::Uuid;

    journal_head (chain) {
        chain -> Text,
        number -> BigInt,
        hash -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Text, Nullable, Timestamp, Integer};
    use super::super::types::Uuid;

    outbox (id) {
        id -> Uuid,
        act_id -> Uuid,
        act -> Text,
        kind -> Text,
        case_kind -> Text,
        case_id -> Uuid,
        squad_id -> Nullable<Uuid>,
        handoff_id -> Nullable<Uuid>,
        recipient_kind -> Text,
        user_id -> Nullable<Uuid>,
        body_id -> Nullable<Uuid>,
        person_id -> Nullable<Uuid>,
        address -> Text,
        subject -> Text,
        body_text -> Text,
        body_html -> Text,
        secret_sealed -> Nullable<Binary>,
        created_at -> Timestamp,
        due_at -> Timestamp,
        attempts -> Integer,
        sent_at -> Nullable<Timestamp>,
        failed_at -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
        reference -> Text,
        duty -> Nullable<Text>,
        fence -> Integer,
        unknowns -> Integer,
        refused_at -> Nullable<Timestamp>,
        fault -> Nullable<Text>,
        held_at -> Nullable<Timestamp>,
        digest_id -> Nullable<Uuid>,
        claimed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use super::super::types::Uuid;

    person_mail (outbox_id) {
        outbox_id -> Uuid,
        membership_id -> Uuid,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Text, Timestamp, Nullable};
    use super::super::types::Uuid;

    contact (membership_id) {
        membership_id -> Uuid,
        body_id -> Uuid,
        email -> Nullable<Text>,
        phone -> Nullable<Text>,
        address -> Nullable<Text>,
        language -> Text,
        confirmed_at -> Timestamp,
        refused_at -> Nullable<Timestamp>,
        version -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Integer, Nullable, Timestamp};
    use super::super::types::Uuid;

    person_link (id) {
        id -> Uuid,
        token_hash -> Binary,
        membership_id -> Uuid,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        failures -> Integer,
        assignment_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    use diesel::sql_types::{Bool, Integer, Text, Timestamp};
    use super::super::types::Uuid;

    own_wish (id) {
        id -> Uuid,
        membership_id -> Uuid,
        squad_id -> Uuid,
        state -> Text,
        version -> Integer,
        is_confirmed -> Bool,
        asked_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use super::super::types::Uuid;

    mail_content (outbox_id) {
        outbox_id -> Uuid,
        content -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Integer, Text};
    use super::super::types::Uuid;

    mail_part (outbox_id, position) {
        outbox_id -> Uuid,
        position -> Integer,
        media_type -> Text,
        file_name -> Text,
        content -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Text, Timestamp, Nullable};

    mail_server (id) {
        id -> Integer,
        away_since -> Nullable<Timestamp>,
        failures -> Integer,
        try_at -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
        cause -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamp, Nullable};
    use super::super::types::Uuid;

    idempotency (caller_kind, caller_id, form_key) {
        caller_kind -> Text,
        caller_id -> Uuid,
        form_key -> Text,
        act -> Text,
        result_id -> Nullable<Uuid>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Integer, Timestamp};
    use super::super::types::Uuid;

    draft (id) {
        id -> Uuid,
        user_id -> Uuid,
        akimat_id -> Uuid,
        content_sealed -> Binary,
        file_sealed -> Binary,
        version -> Integer,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Binary, Integer, Timestamp};
    use super::super::types::Uuid;

    list_import (id) {
        id -> Uuid,
        list_id -> Uuid,
        file_name -> Text,
        file_sha256 -> Binary,
        rows_saved -> Integer,
        imported_by -> Uuid,
        imported_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamp, Nullable};
    use super::super::types::Uuid;

    access_log (id) {
        id -> Uuid,
        caller_kind -> Text,
        caller_id -> Nullable<Uuid>,
        body_id -> Nullable<Uuid>,
        duty -> Nullable<Text>,
        kind -> Text,
        membership_id -> Uuid,
        list_id -> Nullable<Uuid>,
        at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Text};

    generation (name) {
        name -> Text,
        value -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, BigInt};
    use super::super::types::Uuid;

    counter (name) {
        name -> Text,
        value -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Binary};
    use super::super::types::Uuid;

    canary (id) {
        id -> Integer,
        content_sealed -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Binary};
    use super::super::types::Uuid;

    name_index (subject_id, word) {
        subject_id -> Uuid,
        word -> Binary,
        kind -> Text,
        akimat_id -> Uuid,
        squad_id -> Uuid,
        sort_key -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Date, Timestamp};
    use super::super::types::Uuid;

    figures (body_id, month) {
        body_id -> Uuid,
        month -> Date,
        counted_at -> Timestamp,
        content -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Date, Timestamp};
    use super::super::types::Uuid;

    decision_correction (id) {
        id -> Uuid,
        decision_id -> Uuid,
        number -> Text,
        decided_on -> Date,
        presided_by -> Text,
        corrected_by -> Uuid,
        corrected_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Timestamp};
    use super::super::types::Uuid;

    parked_form (id) {
        id -> Uuid,
        session_hash -> Binary,
        content_sealed -> Binary,
        parked_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Timestamp};
    use super::super::types::Uuid;

    search (id) {
        id -> Uuid,
        user_id -> Uuid,
        query_sealed -> Binary,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Bool};
    use super::super::types::Uuid;

    entry_change (entry_id) {
        entry_id -> Uuid,
        dispatch_id -> Uuid,
        before_sealed -> Binary,
        is_copy_replaced -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Timestamp};
    use super::super::types::Uuid;

    correction (entry_id) {
        entry_id -> Uuid,
        content_sealed -> Binary,
        typed_by -> Uuid,
        typed_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::Timestamp;
    use super::super::types::Uuid;

    leader_account (user_id) {
        user_id -> Uuid,
        membership_id -> Uuid,
        invited_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text, Timestamp};
    use super::super::types::Uuid;

    plan (id) {
        id -> Uuid,
        reference -> Text,
        squad_id -> Uuid,
        state -> Text,
        version -> Integer,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        area -> Text,
        meeting_point -> Text,
        people -> Integer,
        remark -> Nullable<Text>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use super::super::types::Uuid;

    plan_activity (plan_id, activity) {
        plan_id -> Uuid,
        activity -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text, Timestamp};
    use super::super::types::Uuid;

    assignment (id) {
        id -> Uuid,
        plan_id -> Uuid,
        membership_id -> Uuid,
        state -> Text,
        version -> Integer,
        assigned_at -> Timestamp,
        sequence -> Integer,
        reached_at -> Nullable<Timestamp>,
        reminded_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::{Date, Timestamp};
    use super::super::types::Uuid;

    days_away (id) {
        id -> Uuid,
        membership_id -> Uuid,
        from_on -> Date,
        to_on -> Date,
        told_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamp};
    use super::super::types::Uuid;

    plan_result (id) {
        id -> Uuid,
        plan_id -> Uuid,
        summary -> Text,
        recorded_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use super::super::types::Uuid;

    plan_result_activity (result_id, activity) {
        result_id -> Uuid,
        activity -> Text,
    }
}

diesel::table! {
    use super::super::types::Uuid;

    plan_result_person (result_id, membership_id) {
        result_id -> Uuid,
        membership_id -> Uuid,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Integer, Text, Timestamp};
    use super::super::types::Uuid;

    report (id) {
        id -> Uuid,
        reference -> Text,
        squad_id -> Uuid,
        regime -> Text,
        state -> Text,
        version -> Integer,
        seen_at -> Timestamp,
        content_sealed -> Binary,
        reported_by -> Uuid,
        reported_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Date, Text, Timestamp};
    use super::super::types::Uuid;

    signatory (id) {
        id -> Uuid,
        duty_id -> Uuid,
        from_on -> Date,
        position_kk -> Text,
        position_ru -> Text,
        rank_kk -> Text,
        rank_ru -> Text,
        place_kk -> Text,
        place_ru -> Text,
        recorded_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Date, Integer, Nullable, Text, Timestamp};
    use super::super::types::Uuid;

    certificate (id) {
        id -> Uuid,
        territory_id -> Uuid,
        kind -> Text,
        person_id -> Uuid,
        membership_id -> Nullable<Uuid>,
        state -> Text,
        version -> Integer,
        prepared_at -> Timestamp,
        prepared_by -> Nullable<Uuid>,
        issuer_id -> Uuid,
        number -> Nullable<BigInt>,
        printed_number -> Nullable<Text>,
        issued_on -> Nullable<Date>,
        signed_by -> Nullable<Uuid>,
        holder -> Nullable<Text>,
        issuer_name -> Nullable<Text>,
        position -> Nullable<Text>,
        rank -> Nullable<Text>,
        signatory -> Nullable<Text>,
        paper_sealed -> Nullable<Binary>,
        paper_sha256 -> Nullable<Binary>,
        code_hash -> Nullable<Binary>,
        code_sealed -> Nullable<Binary>,
        handed_over_on -> Nullable<Date>,
        handing_over_sealed -> Nullable<Binary>,
        void_cause -> Nullable<Text>,
        voided_at -> Nullable<Timestamp>,
        paper_fate -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::{Text, Timestamp};
    use super::super::types::Uuid;

    certificate_print (id) {
        id -> Uuid,
        certificate_id -> Uuid,
        kind -> Text,
        printed_by -> Uuid,
        printed_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Text};
    use super::super::types::Uuid;

    letter (id) {
        id -> Uuid,
        dispatch_id -> Uuid,
        language -> Text,
        paper_sealed -> Binary,
        paper_sha256 -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Date, Text};

    certificate_check (checked_on, answer) {
        checked_on -> Date,
        answer -> Text,
        checks -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::{Date, Integer, Nullable, Text, Timestamp};
    use super::super::types::Uuid;

    application (id) {
        id -> Uuid,
        territory_id -> Uuid,
        unit_id -> Nullable<Uuid>,
        received_by -> Uuid,
        reference -> Text,
        state -> Text,
        version -> Integer,
        received_on -> Date,
        incoming_number -> Nullable<Text>,
        entered_at -> Timestamp,
        settled_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::{Nullable, Text, Timestamp};
    use super::super::types::Uuid;

    application_register (application_id, register) {
        application_id -> Uuid,
        register -> Text,
        asked_at -> Timestamp,
        answered_at -> Nullable<Timestamp>,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    application,
    application_register,
    signatory,
    certificate,
    certificate_print,
    letter,
    certificate_check,
    correction,
    entry_change,
    body,
    body_name,
    service_area,
    users,
    duty,
    session,
    parked_form,
    known_browser,
    reset_request,
    link,
    person,
    squad,
    attachment,
    membership,
    particulars,
    member_list,
    list_entry,
    register_note,
    copy,
    dispatch,
    decision,
    decision_item,
    decision_correction,
    figures,
    leadership,
    leader_account,
    plan,
    plan_activity,
    assignment,
    days_away,
    plan_result,
    plan_result_activity,
    plan_result_person,
    report,
    book_entry,
    training,
    off_record,
    notice_duty,
    notice_given,
    contact,
    person_link,
    own_wish,
    person_mail,
    handoff,
    journal,
    journal_head,
    outbox,
    mail_content,
    mail_part,
    mail_server,
    idempotency,
    draft,
    list_import,
    access_log,
    counter,
    generation,
    canary,
    name_index,
    search,
);
