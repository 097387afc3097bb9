import RoutingCore

/// A piece of a web page in which no text can be taken for markup: it is made of escaped text and elements.
public struct HTML: Sendable {
  /// The markup.
  let source: String

  private init(_ source: String) { self.source = source }

  /// Nothing.
  static let empty = HTML("")

  /// Names with the values of attributes, in order: `["class": "lead"]`.
  struct Attributes: ExpressibleByDictionaryLiteral {
    private(set) var all: [(name: StaticString, value: String)]

    init(dictionaryLiteral elements: (StaticString, String)...) {
      all = elements.map { (name: $0.0, value: $0.1) }
    }

    /// Adds one more.
    mutating func add(_ name: StaticString, _ value: String) { all.append((name, value)) }
  }

  /// Text as it is: what marks up is escaped, what hides or moves characters is written out.
  static func text(_ text: String) -> HTML { HTML(escaped(text)) }

  /// Text in which long words may break where that is known.
  static func text(_ text: String, _ breaks: WordBreaks) -> HTML {
    HTML(breaks.pieces(of: text).map { $0.map(escaped).joined(separator: "&shy;") }.joined())
  }

  /// An element with what is in it.
  static func element(
    _ name: StaticString, _ attributes: Attributes = [:], holding children: [HTML]
  ) -> HTML {
    HTML(opening(name, attributes) + ">" + children.map(\.source).joined() + "</\(name)>")
  }

  /// An element with text in it.
  static func element(_ name: StaticString, _ attributes: Attributes = [:], saying words: String)
    -> HTML
  {
    element(name, attributes, holding: [text(words)])
  }

  /// An element that holds nothing: `<meta …>`.
  static func void(_ name: StaticString, _ attributes: Attributes) -> HTML {
    HTML(opening(name, attributes) + ">")
  }

  /// Elements on lines of their own, so that a person can read the source.
  static func lines(_ parts: [HTML]) -> HTML {
    HTML(parts.map { $0.source + "\n" }.joined())
  }

  /// A style sheet, as the program carries it.
  static func style(_ sheet: StaticString) -> HTML { HTML("<style>\n\(sheet)</style>") }

  /// One piece after the other.
  static func + (left: HTML, right: HTML) -> HTML { HTML(left.source + right.source) }

  private static func opening(_ name: StaticString, _ attributes: Attributes) -> String {
    attributes.all.reduce("<\(name)") { $0 + " \($1.name)=\"\(escaped($1.value))\"" }
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    // By scalar: a quote with an accent on it still ends an attribute.
    for scalar in Printable.visible(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

/// A whole web page in one file: no script, nothing fetched, readable in light and dark and on paper.
struct WebPage {
  /// The language of its words.
  let language: Language
  /// What it is, for the tab and for the one heading.
  let title: String
  /// What stands below the heading.
  let body: [HTML]
  /// Where long words may break.
  var breaks = WordBreaks([])

  /// The page as a file.
  var document: String {
    let head = HTML.lines([
      .void("meta", ["charset": "utf-8"]),
      .void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .void(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; style-src 'unsafe-inline'",
        ]),
      .void("meta", ["name": "color-scheme", "content": "light dark"]),
      .element("title", saying: title), .style(WebPage.sheet),
    ])
    let main = HTML.element(
      "main",
      holding: [.element("h1", holding: [.text(title, breaks)]), HTML.lines([.empty] + body)])
    let page = HTML.element(
      "html", ["lang": language.rawValue],
      holding: [
        HTML.lines([
          .empty, .element("head", holding: [head]), .element("body", holding: [main]),
        ])
      ])
    return "<!doctype html>\n" + page.source + "\n"
  }
}
