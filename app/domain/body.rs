//! The four bodies of the Rules, never merged, and the duties people hold in them.

text_enum! {
    /// A kind of body.
    BodyKind {
        /// The local executive body of clauses 7 and 19.
        Akimat = "akimat",
        /// The coordination council on border issues, formed at an akimat (clause 7).
        Council = "council",
        /// The Border Service's body of oblast level (clauses 17-23).
        TerritorialSubdivision = "territorial_subdivision",
        /// The unit inside a territorial subdivision that leads squads (clauses 7, 22, 23).
        StructuralUnit = "structural_unit",
    }
}

text_enum! {
    /// Whether a body is there, or another one has succeeded it.
    BodyState {
        Open = "open",
        Closed = "closed",
    }
}

/// Days that a territorial subdivision may give itself to vet a list; not set by the Rules.
pub const VETTING_DAYS: std::ops::RangeInclusive<u32> = 1..=90;

text_enum! {
    /// What a user may do in one body. The leader's authority is no duty: it comes from the open leadership.
    DutyKind {
        AkimatOfficer = "akimat_officer",
        CouncilSecretary = "council_secretary",
        VettingOfficer = "vetting_officer",
        Head = "head",
        UnitRepresentative = "unit_representative",
        Administrator = "administrator",
        Auditor = "auditor",
    }
}

impl BodyKind {
    /// Whether it is a body of the Border Service.
    #[must_use]
    pub const fn is_border(self) -> bool {
        matches!(self, Self::TerritorialSubdivision | Self::StructuralUnit)
    }

    /// The kind of body that may be added below one of this kind: a council at its akimat, a unit in its subdivision.
    #[must_use]
    pub const fn below(self) -> Option<Self> {
        match self {
            Self::Akimat => Some(Self::Council),
            Self::TerritorialSubdivision => Some(Self::StructuralUnit),
            Self::Council | Self::StructuralUnit => None,
        }
    }
}

impl DutyKind {
    /// The kind of body this duty belongs to; `None` for duties that any body may have.
    #[must_use]
    pub const fn body_kind(self) -> Option<BodyKind> {
        match self {
            Self::AkimatOfficer => Some(BodyKind::Akimat),
            Self::CouncilSecretary => Some(BodyKind::Council),
            Self::VettingOfficer | Self::Head => Some(BodyKind::TerritorialSubdivision),
            Self::UnitRepresentative => Some(BodyKind::StructuralUnit),
            Self::Administrator | Self::Auditor => None,
        }
    }

    /// Whether the duty may be granted in a body of that kind.
    #[must_use]
    pub fn fits(self, body: BodyKind) -> bool {
        self.body_kind().is_none_or(|kind| kind == body)
    }
}
