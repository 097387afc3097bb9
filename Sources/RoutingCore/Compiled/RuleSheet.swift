/// One or more tables that do not read each other, as bit vectors.
///
/// Per axis and cell they tell which rules admit it; the rules that hold are what remains after an AND
/// over the axes.
///
/// Every alternative of a rule has a bit of its own, in the order of the rules, so that the lowest bit
/// wins where the first rule does.
struct RuleSheet: Sendable {
  /// An axis some rule looks at.
  struct Slot: Sendable {
    let axis: UInt16
    /// The cell every rule admits: for an axis whose cells are looked at one by one.
    let open: UInt16
    /// Where the words of its first cell stand.
    let start: UInt32
  }

  /// A table on the sheet.
  struct Part: Sendable {
    /// Its place in the chain.
    let table: Int
    let isFirst: Bool
    /// Its first word, and how many it has.
    let word: Int
    let words: Int
    /// Per bit, the rule.
    let rules: [UInt16]
  }

  let parts: [Part]
  let words: Int
  /// The axes, those that time and other tables leave alone first.
  let slots: [Slot]
  /// How many of them stay the same over time.
  let fixed: Int
  /// Per slot and cell, the words of the rules that admit it; last those of an open axis.
  let masks: [UInt64]
  /// The bits that stand for a rule.
  let valid: [UInt64]

  /// - Parameters:
  ///   - tables: per table its place, whether the first rule wins, and per bit the rule and its box.
  ///   - all: per axis, the cells in which it applies.
  ///   - moving: the axes that time moves or tables decide.
  init(
    _ tables: [(place: Int, isFirst: Bool, bits: [(rule: Int, bounds: Box.Bounds)])],
    _ all: [UInt64], moving: Set<Int>
  ) {
    var parts: [Part] = []
    var words = 0
    for table in tables {
      let count = max(1, (table.bits.count + 63) / 64)
      parts.append(
        Part(
          table: table.place, isFirst: table.isFirst, word: words, words: count,
          rules: table.bits.map { UInt16($0.rule) }))
      words += count
    }
    self.parts = parts
    self.words = words
    var valid: [UInt64] = Array(repeating: 0, count: words)
    var read: Set<Int> = []
    for (part, table) in zip(parts, tables) {
      for (bit, (_, bounds)) in table.bits.enumerated() {
        valid[part.word + bit / 64] |= 1 << UInt64(bit % 64)
        for (axis, _) in bounds { read.insert(axis) }
      }
    }
    self.valid = valid
    var slots: [Slot] = []
    var masks: [UInt64] = []
    fixed = read.subtracting(moving).count
    for axis in read.subtracting(moving).sorted() + read.intersection(moving).sorted() {
      let cells = 64 - all[axis].leadingZeroBitCount
      slots.append(
        Slot(axis: UInt16(axis), open: UInt16(cells), start: UInt32(masks.count)))
      for cell in 0...cells {
        var mask = valid
        for (part, table) in zip(parts, tables) where cell < cells {
          for (bit, (_, bounds)) in table.bits.enumerated() {
            for (other, admitted) in bounds
            where other == axis && admitted & (1 << UInt64(cell)) == 0 {
              mask[part.word + bit / 64] &= ~(1 << UInt64(bit % 64))
            }
          }
        }
        masks += mask
      }
    }
    self.slots = slots
    self.masks = masks
  }

  /// How long it takes, roughly: to come to a sheet, and to look at every axis.
  static func cost(axes: Int, words: Int) -> Int { 24 + axes * (2 + (words + 1) / 2) }
}
