//! Damage in a fixed order: the same case is the same damage, so a failing one comes back by its number.

/// Numbers in a fixed order (xorshift64*), so that no crate for chance is needed.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(case: u64) -> Self {
        Self((case + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `end`, 0 if there is none.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).expect("31 bits").checked_rem(end).unwrap_or(0)
    }

    /// One of several.
    pub(crate) fn of<'t, T>(&mut self, several: &'t [T]) -> &'t T {
        &several[self.below(several.len())]
    }
}

/// Changes one to three places of a part; `nasty` is what values and places are replaced by.
pub(crate) fn damage(content: &mut Vec<u8>, dice: &mut Dice, nasty: &[&str]) {
    for _ in 0..=dice.below(3) {
        let from = dice.below(content.len() + 1);
        let to = (from + 1 + dice.below(40)).min(content.len());
        let nasty = dice.of(nasty).as_bytes();
        match dice.below(6) {
            0 if from < content.len() => content[from] ^= 1 << dice.below(8),
            1 => drop(content.drain(from..to)),
            2 => {
                let copy = content[from..to].repeat(1 + dice.below(50));
                content.splice(from..from, copy).for_each(drop);
            }
            3 => content.splice(from..from, nasty.iter().copied()).for_each(drop),
            _ => replace_value(content, from, nasty),
        }
    }
}

/// Replaces the next quoted value or run of digits after `from`.
fn replace_value(content: &mut Vec<u8>, from: usize, nasty: &[u8]) {
    let rest = &content[from..];
    let Some(start) = rest.iter().position(|b| *b == b'"' || b.is_ascii_digit()) else {
        return;
    };
    let start = start + usize::from(rest[start] == b'"');
    let end = rest[start..]
        .iter()
        .position(|byte| matches!(byte, b'"' | b'<'))
        .map_or(rest.len(), |length| start + length);
    content.splice(from + start..from + end, nasty.iter().copied()).for_each(drop);
}

/// How many cases a test tries: as `RISIKO_MUTATIONS` says, else `default`.
pub(crate) fn cases(default: u64) -> u64 {
    std::env::var("RISIKO_MUTATIONS")
        .ok()
        .map_or(default, |text| text.parse().expect("RISIKO_MUTATIONS is a number"))
}
