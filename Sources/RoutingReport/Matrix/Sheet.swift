/// Charts with what belongs to them, before they take a form.
struct Sheet {
  /// What it is.
  let title: String
  /// What a reader should know first.
  var lead: [String] = []
  /// What stands on it, in order.
  var blocks: [Block] = []
  /// The same as records, for a spreadsheet.
  var records = Records(columns: [], rows: [])

  /// A piece of a sheet.
  enum Block {
    case heading(String)
    case paragraph(String)
    case grid(Grid)
    case notes(heading: String, [Note])
    case list([Item])
    case picture(RoutePicture)
  }

  /// A table with headers along both sides.
  struct Grid {
    /// What it shows.
    let caption: String
    /// What the row headers are.
    let corner: String
    /// The column headers.
    let columns: [String]
    /// The rows.
    let rows: [Row]
    /// Whether equal cells beside each other say one thing together; columns of organisations do not.
    var joinsCells = true
    /// Whether it only repeats what sentences said: a terminal leaves it out.
    var isRepetition = false
  }

  /// An item of a list.
  struct Item {
    /// The words.
    let words: String
    /// A command that shows it; empty for none.
    var command = ""
  }

  /// A row of a grid.
  struct Row {
    /// The part of the grid it belongs to.
    let group: String?
    /// The row header.
    let header: String
    /// For whom the row is, when the header does not say it all.
    var detail = ""
    /// A cell for each column.
    let cells: [Cell]
  }

  /// A cell of a grid; equal cells beside each other become one.
  struct Cell: Hashable {
    /// What it says, line by line.
    var lines: [Line] = []
    /// The numbers of the notes that belong to it.
    var notes: [Int] = []
    /// Which colour goes with it, beside the words.
    var tone = 0
    /// Whether it stands out among the others of its row.
    var differs = false
  }

  /// A line of a cell: `bel eerst: het doorstroompunt`.
  struct Line: Hashable {
    /// What is told; empty when the words tell it.
    let label: String
    /// The words.
    let words: String
  }

  /// What is worth knowing about cells, with its number.
  struct Note {
    /// What kind of note, in a word.
    let kind: String
    /// The words.
    let words: String
    /// Where it comes from: documents and sections, and the names of rules.
    var sources: [String]
  }

  /// Rows of a spreadsheet, each with a value for each column.
  struct Records {
    let columns: [String]
    let rows: [[String]]
  }
}

extension Sheet.Grid {
  /// Equal cells that belong together, with the columns they stand in.
  struct Run {
    let columns: Range<Int>
    let cell: Sheet.Cell
  }

  /// The cells of a row, equal neighbours as one.
  func runs(_ cells: [Sheet.Cell]) -> [Run] {
    var result: [Run] = []
    for (place, cell) in cells.enumerated() {
      if joinsCells, let last = result.last, last.cell == cell {
        result[result.count - 1] = Run(columns: last.columns.lowerBound..<(place + 1), cell: cell)
      } else {
        result.append(Run(columns: place..<(place + 1), cell: cell))
      }
    }
    return result
  }

  /// The cells of a row, each once, with all columns it stands in.
  static func gathered(_ cells: [Sheet.Cell]) -> [(columns: [Int], cell: Sheet.Cell)] {
    var result: [(columns: [Int], cell: Sheet.Cell)] = []
    for (place, cell) in cells.enumerated() {
      if let known = result.firstIndex(where: { $0.cell == cell }) {
        result[known].columns.append(place)
      } else {
        result.append(([place], cell))
      }
    }
    return result
  }
}

extension Sheet.Cell {
  /// A cell that says nothing.
  static let empty = Sheet.Cell()

  /// The lines, joined for reading on.
  func text(_ separator: String) -> String {
    lines.map { $0.label.isEmpty ? $0.words : "\($0.label): \($0.words)" }
      .joined(separator: separator)
  }
}
