import Foundation
import Testing

@testable import RoutingCore
@testable import RoutingReport

/// The pages as those read them who cannot see them, or not well.
struct WebPageTests {
  private static let views = [
    [], ["--view", "roles"], ["--partner", "school-mbo"], ["--region", "all"],
    ["--rows", "leeftijd", "--columns", "niveau", "huidigeSchool=mbo-2"],
  ]

  private func page(_ view: [String], _ language: Language) throws -> String {
    let region = view.contains("--region") ? [] : ["--region", "noordoost-brabant"]
    let run = try Tool.run(
      ["matrix", "--on", "2026-11-21", "--format", "html", "--lang", language.rawValue] + view
        + region)
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  @Test(arguments: views, Language.allCases)
  func `the structure says what is what`(view: [String], language: Language) throws {
    let text = try page(view, language)
    let elements = try #require(ReadBack.html(text))
    #expect(text.hasPrefix("<!doctype html>\n<html lang=\"\(language.rawValue)\">"))
    #expect(elements.filter { $0.name == "h1" }.count == 1)
    #expect(elements.filter { $0.name == "main" }.count == 1)
    let tables = elements.filter { $0.name == "table" }
    #expect(!tables.isEmpty)
    #expect(elements.filter { $0.name == "caption" && !$0.text.isEmpty }.count == tables.count)
    for header in elements where header.name == "th" {
      #expect(["col", "row", "rowgroup"].contains(header.attributes["scope"] ?? ""))
    }
    // On a narrow screen every cell says which columns it stands in.
    for cell in elements where cell.name == "td" {
      #expect(cell.attributes["data-label"]?.isEmpty == false)
    }
    // Every link leads to a note on the same page.
    let ids = Set(elements.compactMap { $0.attributes["id"] })
    for link in elements where link.name == "a" {
      let target = try #require(link.attributes["href"])
      #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst())))
    }
    for drawing in elements where drawing.name == "svg" {
      #expect(drawing.attributes["role"] == "img")
      let names = drawing.attributes["aria-labelledby"]?.split(separator: " ") ?? []
      #expect(names.count == 2 && names.allSatisfy { ids.contains(String($0)) })
    }
  }

  @Test(arguments: views) func `nothing is fetched and nothing runs`(view: [String]) throws {
    let text = try page(view, .nl)
    let elements = try #require(ReadBack.html(text))
    #expect(!elements.contains { ["script", "link", "img", "iframe", "form"].contains($0.name) })
    let policy = elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    #expect(policy?.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'")
    for trace in ["http:", "https:", "url(", "@import", "javascript:"] {
      #expect(!text.contains(trace))
    }
    #expect(!elements.contains { $0.attributes.keys.contains("style") })
    let agreements = view.contains("all") ? try #require(MatrixToolTests.agreements) : 2
    #expect(text.utf8.count < 100_000 * agreements)
  }

  @Test(arguments: views) func `cells that are one stand in as many columns as there are`(
    view: [String]
  ) throws {
    let elements = try #require(ReadBack.html(try page(view, .nl)))
    var columns = 0
    var width = 0
    for element in elements {
      switch element.name {
      case "table": columns = 0
      case "tr":
        if columns > 0 { #expect(width == columns) }
        width = 0
      case "th", "td":
        width += Int(element.attributes["colspan"] ?? "1") ?? 0
        if element.attributes["scope"] == "col" { columns += 1 }
      default: break
      }
    }
    #expect(width == columns)
  }

  // MARK: - Contrast

  /// The custom properties of the style sheet, as they are in light and in dark.
  private static let schemes: [(name: String, colours: [String: String])] = {
    let sheet = "\(WebPage.sheet)"
    let parts = sheet.components(separatedBy: "@media (prefers-color-scheme: dark)")
    func colours(_ text: String) -> [String: String] {
      var result: [String: String] = [:]
      for match in text.matches(of: /(--route-[a-z0-9-]+): (#[0-9a-f]{6});/) {
        result[String(match.1)] = String(match.2)
      }
      return result
    }
    let light = colours(parts[0])
    let dark = colours(
      parts[1].components(separatedBy: "\n}")[0].components(separatedBy: "@media")[0])
    return [("light", light), ("dark", light.merging(dark) { $1 })]
  }()

  private static func luminance(_ colour: String) -> Double {
    let digits = Array(colour.dropFirst())
    let parts = stride(from: 0, to: 6, by: 2).map { place -> Double in
      let value = Double(Int(String(digits[place...place + 1]), radix: 16) ?? 0) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func contrast(_ left: String, _ right: String) -> Double {
    let (a, b) = (luminance(left), luminance(right))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func `every ink has enough contrast with its ground, in light and in dark`() throws {
    for (name, colours) in WebPageTests.schemes {
      let inks = colours.keys.filter { $0.hasSuffix("-ink") }
      #expect(inks.count >= 11)
      for ink in inks {
        let ground = ink.dropLast(3) + "ground"
        let (over, under) = (try #require(colours[ink]), try #require(colours[String(ground)]))
        #expect(WebPageTests.contrast(over, under) >= 4.5, "\(name) \(ink)")
      }
      // Soft words also stand on the page itself; lines have to be seen.
      let page = try #require(colours["--route-page-ground"])
      #expect(WebPageTests.contrast(try #require(colours["--route-soft-ink"]), page) >= 4.5)
      for line in colours.keys where line.hasSuffix("line") || line.hasSuffix("focus") {
        #expect(WebPageTests.contrast(try #require(colours[line]), page) >= 3, "\(name) \(line)")
      }
    }
  }

  @Test func `the measure of contrast is that of WCAG`() {
    #expect(abs(WebPageTests.contrast("#000000", "#ffffff") - 21) < 0.01)
    #expect(abs(WebPageTests.contrast("#777777", "#ffffff") - 4.48) < 0.01)
  }
}
