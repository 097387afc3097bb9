extension MunicipalityList {
  /// Reads names with their four-digit code, `"1680 Aa en Hunze"`, other names and former ones.
  init(reading reader: ObjectReader) {
    var names: [String] = []
    var codes: [String] = []
    for node in reader.list("municipalities") {
      guard let text = node.string else { continue }
      let letters = text.utf8
      let digits = letters.prefix { (0x30...0x39).contains($0) }
      guard letters.distance(from: letters.startIndex, to: digits.endIndex) == 4,
        letters.count > 5
      else {
        reader.wrongType(
          node, "municipalities",
          wanted: Text(
            nl: "een code en een naam, `1680 Aa en Hunze`",
            en: "a code and a name, `1680 Aa en Hunze`"))
        continue
      }
      codes.append(String(text[..<digits.endIndex]))
      names.append(String(text[letters.index(after: digits.endIndex)...]))
    }
    let isSure = reader.faults.isThorough && names.count == reader.list("municipalities").count
    if reader.faults.isThorough, !isSure || names.isEmpty {
      reader.faults.unsure.insert(.municipalities)
    }
    let others = reader.names("aliases") + reader.names("former")
    for (_, name, range) in others where isSure && !names.contains(name) {
      reader.unknownName(name, range, nl: "de gemeente", en: "the municipality", among: names)
    }
    var several: [(name: String, among: [String])] = []
    reader.value("several")?.forEachMember { name, list in
      for node in list.elements where isSure && !names.contains(node.string ?? "") {
        reader.unknownName(node, nl: "de gemeente", en: "the municipality", among: names)
      }
      several.append((name.string ?? "", list.elements.compactMap(\.string)))
    }
    self.init(
      names: names, codes: codes, otherNames: others.map { ($0.name, $0.now) }, several: several,
      source: reader.string("source") ?? "")
  }
}
