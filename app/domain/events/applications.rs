//! Events of applications of freelance officers (clauses 16-18). None has a place for a reason.

use crate::domain::{
    application::{ApplicationCopy, ApplicationState},
    events::events,
    id::{Application, Body, CopyPage, Id},
    membership::MembershipState,
};
use chrono::NaiveDate;

events! {
    /// The events of an application and of the record that it begins.
    ApplicationEvent
    steps {
        /// The subdivision has received it on that day, day 0 of the term.
        ApplicationReceived = "application_received" (ApplicationState) { received_on: NaiveDate }
        /// The first register was asked.
        ApplicantVetting = "applicant_vetting" (ApplicationState) {}
        /// The person is a freelance officer in the book of that unit.
        ApplicationAccepted = "application_accepted" (ApplicationState) { unit: Id<Body> }
        /// The subdivision has refused it.
        ApplicationRefused = "application_refused" (ApplicationState) {}
        /// The applicant has taken it back.
        ApplicationWithdrawn = "application_withdrawn" (ApplicationState) {}
        /// The record of an applicant begins, and takes the steps of the application.
        ApplicantEntered = "applicant_entered" (MembershipState) {}
        OfficerRegistered = "officer_registered" (MembershipState) { unit: Id<Body> }
        ApplicantRefused = "applicant_refused" (MembershipState) {}
        ApplicantWithdrawn = "applicant_withdrawn" (MembershipState) {}
    }
    notes {
        /// A slip in the entered values is mended.
        ApplicationCorrected = "application_corrected" (Application, Application) {}
        /// A page of a copy is attached.
        ApplicationCopyAttached = "application_copy_attached" (Copy, CopyPage) { application: Id<Application>, shows: ApplicationCopy }
        /// A page of a copy is removed.
        ApplicationCopyRemoved = "application_copy_removed" (Copy, CopyPage) { application: Id<Application> }
        /// The registers were asked; nothing of what they said is kept.
        ApplicantChecksCompleted = "applicant_checks_completed" (Checks, Application) {}
    }
}
