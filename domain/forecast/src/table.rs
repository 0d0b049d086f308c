//! Drawing days from a distribution quickly.
//!
//! The inverse of the distribution is looked up: the upper bits of a number say where to begin, and hardly ever is the
//! right day more than a step away. Larger numbers give later days, so that two tables that are given the same number
//! give days that are early or late together.

use crate::chance::Chance;

/// Numbers have so many bits.
const BITS: u32 = 31;
/// So many of them are looked up.
const GUIDED: u32 = 12;

/// A distribution made ready to be drawn from.
#[derive(Clone)]
pub struct Table {
    /// The number from which on a day is later than this one.
    ends: Vec<u32>,
    /// The first day for each value of the upper bits.
    guide: Vec<u16>,
}

impl Table {
    /// Of the probability to be over by the end of each day; the last day takes what is left. Of at most 65,535 days,
    /// those after are not drawn.
    #[must_use]
    pub fn of(by: &[f64]) -> Self {
        let all = f64::from(1_u32 << BITS);
        let mut ends: Vec<u32> = by
            .iter()
            .take(usize::from(u16::MAX))
            .map(|by| (by.clamp(0.0, 1.0) * all) as u32)
            .collect();
        match ends.last_mut() {
            Some(last) => *last = 1 << BITS,
            None => ends.push(1 << BITS),
        }
        let mut guide = Vec::with_capacity(1 << GUIDED);
        let mut day = 0;
        for upper in 0..1_u32 << GUIDED {
            while ends[day] <= upper << (BITS - GUIDED) {
                day += 1;
            }
            // A day is one of at most 65,535.
            guide.push(day as u16);
        }
        Table { ends, guide }
    }

    /// The day for a number, of which the upper bits count.
    #[inline]
    #[must_use]
    pub fn day(&self, number: u32) -> u16 {
        let number = number >> (32 - BITS);
        let mut day = self.guide[(number >> (BITS - GUIDED)) as usize];
        while self.ends[usize::from(day)] <= number {
            day += 1;
        }
        day
    }

    /// Fills a slice with days.
    pub fn fill(&self, chance: &mut Chance, days: &mut [u16]) {
        for pair in days.chunks_mut(2) {
            let bits = chance.bits();
            // The lower and the upper half of 64 bits.
            let halves = [bits as u32, (bits >> 32) as u32];
            for (day, half) in pair.iter_mut().zip(halves) {
                *day = self.day(half);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_drawn_as_often_as_they_should() {
        let by = [0.0, 0.1, 0.1, 0.6, 1.0];
        let mut days = vec![0; 200_000];
        Table::of(&by).fill(&mut Chance::of(7), &mut days);
        for (day, expect) in [0.0, 0.1, 0.0, 0.5, 0.4].into_iter().enumerate() {
            let found = days.iter().filter(|one| usize::from(**one) == day).count();
            let share = found as f64 / days.len() as f64;
            assert!((share - expect).abs() < 0.005, "day {day}: {share}");
        }
    }

    #[test]
    fn larger_numbers_give_later_days() {
        let by: Vec<f64> = (1..=1_000).map(|day| f64::from(day) / 1_000.0).collect();
        let table = Table::of(&by);
        let numbers = (0..=u32::MAX).step_by(999_983);
        let days: Vec<u16> = numbers.map(|number| table.day(number)).collect();
        assert!(days.is_sorted());
        assert_eq!((days[0], table.day(u32::MAX)), (0, 999));
    }

    #[test]
    fn what_is_never_over_falls_on_the_last_day() {
        assert_eq!(Table::of(&[0.0, 0.0]).day(5), 1);
        assert_eq!(Table::of(&[]).day(5), 0);
    }
}
