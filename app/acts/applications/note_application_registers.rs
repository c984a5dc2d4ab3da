//! Act 20: registers were asked about an applicant, or have answered: working data, without what they said (clause 17).

use super::case;
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        application::ApplicationState,
        events::applications::ApplicantVetting,
        id::{self, Id},
        member_list::Register,
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{
        Db, Result, Scope,
        applications::{application, register},
    },
};

/// The registers that were asked, or that have answered.
pub struct NoteApplicationRegisters {
    pub application: Id<id::Application>,
    pub registers: Vec<Register>,
    pub is_answered: bool,
}

faults! {
    /// The faults of a note.
    NoteApplicationRegistersError {
        None: "note", "registers-none";
    }
}

impl Command for NoteApplicationRegisters {
    type Error = NoteApplicationRegistersError;
    type Next = id::Application;

    fn act(&self) -> Act {
        Act::NoteApplicationRegisters
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        case(db, scope, self.application)
    }

    fn validate(
        &self,
        _: &mut Db,
        _: &Case,
        _: Instant,
    ) -> Result<Vec<NoteApplicationRegistersError>> {
        let is_none = self.registers.is_empty();
        Ok(if is_none { vec![NoteApplicationRegistersError::None] } else { Vec::new() })
    }

    /// The journal hears that vetting has begun, and of no register: a pattern of notes must not tell the findings.
    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Application>, Refusal<NoteApplicationRegistersError>> {
        let of = application::get(cx.db, self.application)?;
        if of.state == ApplicationState::Received {
            cx.transition(&of.at(), ApplicationState::BeingVetted, ApplicantVetting {})?;
        }
        for register in &self.registers {
            register::note(cx.db, of.id, *register, self.is_answered, cx.now)?;
        }
        Ok(of.id)
    }
}
