import RoutingCore
import RoutingReport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Options in, status out.
@main
struct JongerenRoute {
  /// How a run ends.
  enum Status: Int32 {
    /// Answered, or rules without faults.
    case done = 0
    /// The rules have faults.
    case findings = 1
    /// Wrong use, unreadable or bad input, or output that could not be written.
    case failed = 2
    /// Facts are missing.
    case undetermined = 3
  }

  /// What a command has to say.
  struct Answer {
    /// What it was asked for.
    var text: String
    /// What else it has to say, for standard error.
    var remarks = ""
    var status = Status.done
  }

  static let name = "jongeren-route"
  static let version = "0.1.0"
  /// More than this many faults help nobody at once.
  private static let faultsShown = 20

  static func main() {
    Output.prepare()
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Runs one command.
  static func run(_ arguments: [String]) -> Status {
    var language = Options.language(arguments)
    do {
      let options = try Options(arguments)
      language = options.language
      if options.command == .caseload, !options.wantsHelp { return try caseload(options) }
      let answer = try answer(options)
      _ = Output.standardError.write(answer.remarks)
      return write(answer.text, language) ?? answer.status
    } catch let fault as Diagnostic {
      return refuse([fault], language)
    } catch let faults as Diagnostics {
      return refuse(faults.all, language)
    } catch {
      return .failed
    }
  }

  private static func answer(_ options: Options) throws -> Answer {
    if options.wantsVersion {
      return Answer(text: "\(name) \(version), \(try rulebook(options).hash)\n")
    }
    if options.wantsHelp || options.command == .help { return Answer(text: try help(options)) }
    if options.command == .schema { return Answer(text: try schema(options)) }
    if options.command == .validate { return try validate(options) }
    let rulebook = try rulebook(options)
    // The process ends with the answer: taking the rules apart first would only take time.
    _ = Unmanaged.passRetained(rulebook)
    if options.command == .facts {
      let page = FactsPage(rulebook.vocabulary, options.language)
      return Answer(text: render(page.page, options, json: page.json))
    }
    let date = options.date ?? today()
    let environment = environmentRegion
    if options.command == .matrix {
      return try matrix(options, rulebook, options.region ?? environment, date)
    }
    if options.command == .regions { return try regions(options, rulebook, date) }
    let profile = try ProfileReader.read(
      try options.profile.map { path throws(Diagnostic) in try Files.read(path) },
      arguments: options.facts, region: options.region ?? environment,
      regionIsDefault: options.region == nil, on: date, for: rulebook)
    if options.command == .timeline { return try timeline(options, rulebook, profile, date) }
    let contacts = try contacts(options, rulebook)
    let advisor = Advisor(rulebook, contacts: contacts)
    _ = Unmanaged.passRetained(advisor)
    let advice = try advisor.advice(for: profile, on: date)
    let page = AdvicePage(advice, options.language).page
    let text = render(page, options, json: advice.json(options.language))
    return Answer(text: text, status: advice.isDetermined ? .done : .undetermined)
  }

  static func render(_ page: Page, _ options: Options, json: @autoclosure () -> JSONValue)
    -> String
  {
    switch options.format {
    case .text, .github, .csv, .ics, .svg, .html, .ndjson: page.text()
    case .markdown: page.markdown()
    case .json: json().text
    }
  }

  private static func help(_ options: Options) throws(Diagnostic) -> String {
    let subject = options.command == .help ? options.topic : options.command.rawValue
    guard let subject else { return HelpPages.overview(options.language) }
    if let page = HelpPages.topic(subject, options.language) { return page }
    throw Diagnostic(
      .usage,
      Text(
        nl: "er is geen hulp over `\(Printable.word(subject))`",
        en: "there is no help about `\(Printable.word(subject))`"),
      help: Diagnostic.nearest(to: subject, among: HelpPages.topics))
  }

  private static func schema(_ options: Options) throws(Diagnostic) -> String {
    if let schema = SchemaDocument(options.language).json(options.topic) { return schema.text }
    let kind = options.topic ?? ""
    throw Diagnostic(
      .usage,
      Text(
        nl: "er is geen schema van `\(Printable.word(kind))`",
        en: "there is no schema of `\(Printable.word(kind))`"),
      help: Diagnostic.nearest(to: kind, among: SchemaDocument.kinds))
  }

  static func rulebook(_ options: Options) throws -> Rulebook {
    guard let folder = rulesFolder(options) else {
      return try RulebookLoader.load(files(embeddedRules), provenHash: embeddedHash)
    }
    return try RulebookLoader.load(try Files.rules(in: folder))
  }

  /// The folder with the rules; nil for those inside.
  static func rulesFolder(_ options: Options) -> String? {
    option(options.rules, "JONGEREN_ROUTE_RULES")
  }

  /// Files this program was built with.
  static func files(_ embedded: [(path: String, text: StaticString)]) -> [SourceFile] {
    embedded.map { path, text in
      SourceFile(path: path, bytes: text.withUTF8Buffer { Array($0) })
    }
  }

  private static func contacts(_ options: Options, _ rulebook: Rulebook) throws -> [Contact] {
    guard let path = option(options.contacts, "JONGEREN_ROUTE_CONTACTS") else { return [] }
    return try ContactListReader.read(try Files.read(path), for: rulebook)
  }

  /// The agreement that the environment names for youths whose municipality is not known.
  static var environmentRegion: String? { option(nil, "JONGEREN_ROUTE_REGION") }

  /// An option, or the environment's default for it.
  private static func option(_ value: String?, _ variable: String) -> String? {
    if let value { return value }
    guard let pointer = getenv(variable) else { return nil }
    let text = String(cString: pointer)
    return text.isEmpty ? nil : text
  }

  static func today() -> CalendarDate {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return CalendarDate(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? CalendarDate(dayNumber: 0)
  }

  /// Writes the answer; a status only when that went wrong.
  private static func write(_ text: String, _ language: Language) -> Status? {
    guard case .failed(let code) = Output.standardOutput.write(text) else { return nil }
    let reason = Files.reason(code)
    return refuse(
      [
        Diagnostic(
          .output,
          Text(
            nl: "het antwoord kan niet worden geschreven: \(reason.nl)",
            en: "the answer cannot be written: \(reason.en)"),
          help: Text(
            nl: "maak ruimte of kies een andere bestemming",
            en: "make room or choose another destination"))
      ], language)
  }

  static func refuse(_ faults: [Diagnostic], _ language: Language) -> Status {
    var text = faults.prefix(faultsShown).map { $0.rendered(language, program: name) }.joined()
    if faults.count > faultsShown {
      let more = faults.count - faultsShown
      text +=
        language == .nl ? "\(name): en nog \(more) fouten\n" : "\(name): and \(more) more faults\n"
    }
    _ = Output.standardError.write(WorkflowCommands.disarmed(text))
    return .failed
  }
}
