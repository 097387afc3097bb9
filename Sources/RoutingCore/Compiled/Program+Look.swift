extension Program.Head {
  /// - Parameter result: where its words stand among those of all sheets.
  init(_ sheet: RuleSheet, _ parts: [Program.Part], axes: Int, result: Int) {
    slots = Program.kept(sheet.slots)
    fixed = UnsafeMutableBufferPointer(rebasing: slots[..<sheet.fixed])
    moving = UnsafeMutableBufferPointer(rebasing: slots[sheet.fixed...])
    var places: [UInt8] = Array(repeating: 0, count: axes)
    for (place, slot) in slots.enumerated() {
      places[Int(slot.axis)] = UInt8(truncatingIfNeeded: place)
    }
    self.places = Program.kept(places).start
    masks = Program.kept(sheet.masks).start
    valid = Program.kept(sheet.valid).start
    var steady = sheet.valid
    for slot in moving {
      for cell in 0..<Int(slot.open) {
        for word in 0..<sheet.words {
          steady[word] &= sheet.masks[Int(slot.start) + cell * sheet.words + word]
        }
      }
    }
    self.steady = Program.kept(steady).start
    words = sheet.words
    self.result = result
    self.parts = Program.kept(parts)
  }

  /// Lets go of its memory.
  func deallocate() {
    slots.deallocate()
    places.deallocate()
    masks.deallocate()
    valid.deallocate()
    steady.deallocate()
    parts.deallocate()
  }

  /// The same as for a program.
  func matters(_ axis: Int, _ cell: Int, alive: UnsafePointer<UInt64>) -> Bool {
    // More axes than can be told apart here.
    if slots.count > 256 { return true }
    let now = masks + (Int(slots[Int(places[axis])].start) &+ cell &* words)
    let before = now - words
    for part in parts where part.isFirst {
      for word in (part.result &- result)..<(part.result &- result &+ part.words) {
        let possible = alive[result &+ word]
        let moved = (now[word] ^ before[word]) & possible
        // Behind a rule that holds whatever moves, none decides.
        let first = possible & steady[word]
        let end = first & (0 &- first)
        if moved & (end &- 1) != 0 { return true }
        if end != 0 { break }
      }
    }
    return false
  }
}

extension Program {
  /// The rules of a sheet that hold for the cell each axis is in, leaving out axes that can be in
  /// several.
  ///
  /// - Parameters:
  ///   - alive: the rules that what does not move leaves possible.
  ///   - isFresh: whether to find those too; otherwise they are there.
  @inline(__always)
  func look(
    _ head: UnsafePointer<Head>, _ cells: UnsafePointer<UInt8>,
    _ result: UnsafeMutablePointer<UInt64>, alive: UnsafeMutablePointer<UInt64>,
    isFresh: Bool = true
  ) {
    let masks = head.pointee.masks
    let valid = head.pointee.valid
    let found = result + head.pointee.result
    let alive = alive + head.pointee.result
    switch head.pointee.words {
    case 1:
      @inline(__always)
      func word(_ slot: RuleSheet.Slot) -> UInt64 {
        masks[Int(slot.start) &+ Int(cells[Int(slot.axis)])]
      }
      var left = alive[0]
      if isFresh {
        left = valid[0]
        for slot in head.pointee.fixed { left &= word(slot) }
        alive[0] = left
      }
      for slot in head.pointee.moving { left &= word(slot) }
      found[0] = left
    case 2:
      @inline(__always)
      func words(_ slot: RuleSheet.Slot) -> SIMD2<UInt64> {
        let row = masks + (Int(slot.start) &+ Int(cells[Int(slot.axis)]) &* 2)
        return UnsafeRawPointer(row).loadUnaligned(as: SIMD2<UInt64>.self)
      }
      var left = SIMD2(alive[0], alive[1])
      if isFresh {
        left = SIMD2(valid[0], valid[1])
        for slot in head.pointee.fixed { left &= words(slot) }
        (alive[0], alive[1]) = (left[0], left[1])
      }
      for slot in head.pointee.moving { left &= words(slot) }
      (found[0], found[1]) = (left[0], left[1])
    default:
      let words = head.pointee.words
      found.update(from: valid, count: words)
      alive.update(from: valid, count: words)
      for slot in head.pointee.slots {
        let row = masks + (Int(slot.start) &+ Int(cells[Int(slot.axis)]) &* words)
        for word in 0..<words { found[word] &= row[word] }
      }
    }
  }

  /// The rules of a sheet that may hold and those that certainly do, over all cells of a youth.
  ///
  /// - Parameters:
  ///   - cells: per axis its cell, or the number that stands for all of them.
  ///   - sets: per axis, the cells it can be in.
  func look(
    _ head: UnsafePointer<Head>, _ cells: UnsafePointer<UInt8>, _ sets: UnsafePointer<UInt64>,
    may: UnsafeMutablePointer<UInt64>, must: UnsafeMutablePointer<UInt64>,
    alive: UnsafeMutablePointer<UInt64>
  ) {
    look(head, cells, may, alive: alive)
    let words = head.pointee.words
    (alive + head.pointee.result).update(from: head.pointee.valid, count: words)
    let (may, must) = (may + head.pointee.result, must + head.pointee.result)
    must.update(from: may, count: words)
    for slot in head.pointee.slots where UInt16(cells[Int(slot.axis)]) == slot.open {
      for word in 0..<words {
        var some: UInt64 = 0
        var every = UInt64.max
        var left = sets[Int(slot.axis)]
        while left != 0 {
          let mask =
            head.pointee.masks[Int(slot.start) &+ left.trailingZeroBitCount &* words &+ word]
          some |= mask
          every &= mask
          left &= left &- 1
        }
        may[word] &= some
        must[word] &= every
      }
    }
  }
}
