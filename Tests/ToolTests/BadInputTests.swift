import Foundation
import Testing

/// Bad input gets one message, status 2 and nothing on standard output.
struct BadInputTests {
  /// A profile text and what the message has to say.
  struct BadProfile: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let place: String
    let message: String
    var testDescription: String { name }
  }

  static let profiles = [
    BadProfile(name: "empty", text: "", place: ":1:1: ", message: "het bestand is leeg"),
    BadProfile(
      name: "cut off", text: "{\"woongemeente\": \"Os", place: ":1:18: ",
      message: "de tekst breekt hier af"),
    BadProfile(name: "list", text: "[1]", place: ":1:1: ", message: "een profiel is een object"),
    BadProfile(
      name: "duplicate key", text: "{\"leeftijd\": 17,\n \"leeftijd\": 18}", place: ":2:2: ",
      message: "de sleutel `leeftijd` staat hier dubbel"),
    BadProfile(
      name: "unknown fact", text: "{\"woongemente\": \"Oss\"}", place: ":1:2: ",
      message: "onbekend feit `woongemente`; bedoelde u `woongemeente`?"),
    BadProfile(
      name: "unknown value", text: "{\"huidigeSchool\": \"mbo2\"}", place: ":1:19: ",
      message: "`huidigeSchool` kan niet `mbo2` zijn; bedoelde u `mbo-2`?"),
    BadProfile(
      name: "wrong type", text: "{\"huidigeSchool\": [\"pro\"]}", place: ":1:19: ",
      message: "bij `huidigeSchool` hoort een waarde, geen lijst"),
    BadProfile(
      name: "no such day", text: "{\"geboortedatum\": \"2007-02-31\"}", place: ":1:19: ",
      message: "de dag van `geboortedatum` bestaat niet"),
    BadProfile(
      name: "two-digit year", text: "{\"uitschrijfdatum\": \"01-02-26\"}", place: ":1:21: ",
      message: "het jaar van `uitschrijfdatum` heeft maar twee cijfers"),
    BadProfile(
      name: "born later", text: "{\"woongemeente\": \"Oss\", \"geboortedatum\": \"2027-01-01\"}",
      place: ":1:42: ", message: "de geboortedatum ligt na de peildatum"),
    BadProfile(
      name: "leaves before it starts",
      text:
        "{\"huidigeSchool\": \"mbo-2\", \"inschrijfdatum\": \"2026-08-01\",\n \"verwachteUitschrijfdatum\": \"2026-07-01\"}",
      place: ":2:30: ", message: "het verwachte vertrek is voor het begin van de inschrijving"),
    BadProfile(
      name: "facts that contradict",
      text: "{\"verlatenSchool\": \"mbo-2\", \"verlatenProfiel\": \"arbeid\"}",
      place: ":1:48: ", message: "`verlatenProfiel` past niet bij wat er verder bekend is"),
    BadProfile(
      name: "no such municipality", text: "{\"woongemeente\": \"Osss\"}", place: ":1:18: ",
      message: "de gemeente `Osss` bestaat niet; bedoelde u"),
    BadProfile(
      name: "several municipalities", text: "{\"woongemeente\": \"Bergen\"}", place: ":1:18: ",
      message: "`Bergen` kan meer dan een gemeente zijn; geef `Bergen (L.)` of `Bergen (NH.)`"),
  ]

  @Test(arguments: profiles) func `a bad profile is refused at its place`(_ profile: BadProfile)
    throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write("profiel.json", profile.text)
    let run = try Tool.run(["advise", path, "--on", "2026-11-21"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix(path + profile.place + "error: "), "\(run.errors)")
    #expect(run.errors.contains(profile.message), "\(run.errors)")
    #expect(!run.errors.contains("Diagnostic"))
  }

  @Test func `a file that is missing, a folder and a binary are refused`() throws {
    let folder = try TemporaryFolder()
    let binary = try folder.write("x", Data([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0xFF]))
    for (path, message) in [
      (folder.url.appending(path: "weg.json").path, "kan niet worden gelezen"),
      (folder.url.path, "is een map"), (binary, "dit hoort hier niet in JSON"),
    ] {
      let run = try Tool.run(["advise", path])
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.contains(message), "\(run.errors)")
    }
  }

  @Test func `twenty megabytes of brackets are refused`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.json", Data(repeating: UInt8(ascii: "["), count: 20 << 20))
    let run = try Tool.run(["advise", path])
    #expect(run.status == 2)
    #expect(run.errors.contains("te groot"))
    let deep = try folder.write("y.json", Data(repeating: UInt8(ascii: "["), count: 1 << 20))
    #expect(try Tool.run(["advise", deep]).errors.contains("512 haken in elkaar"))
  }

  @Test(arguments: [
    "naam=Jan Voorbeeld", "bsn=123456782", "adres=Dorpsstraat 1", "email=jan@voorbeeld.example",
    "achternaamMoeder=Voorbeeld", "telefoon=0612345678", "opmerking=heeft een diagnose",
  ])
  func `what speaks of a person is refused by name and never repeated`(argument: String) throws {
    let parts = argument.split(separator: "=")
    let run = try Tool.run(["advise", argument, "woongemeente=Oss"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("` wordt geweigerd; "))
    #expect(!run.errors.contains(parts[1]))
  }

  @Test(arguments: [
    ["beller=123456782"], ["123456782=1", "123456782=2"], ["woongemeente=jan@voorbeeld.example"],
    ["woongemeente=Dorpsstraat 5, 5341 AB Oss"], ["--region", "123456782"], ["vraag=12345678"],
    ["naam Jan Voorbeeld=x"], ["--format", "jan@voorbeeld.example"],
  ])
  func `a word that could identify somebody is never repeated`(arguments: [String]) throws {
    let run = try Tool.run(["advise"] + arguments)
    #expect(run.status == 2)
    for part in ["12345678", "jan@", "Dorpsstraat", "5341", "Jan Voorbeeld"] {
      #expect(!run.errors.contains(part), "\(run.errors)")
    }
  }

  @Test func `a name that is refused is refused without a value too`() throws {
    let run = try Tool.run(["advise", "-"], input: "{\"bsn\": null}")
    #expect(run.status == 2)
    #expect(run.errors.contains("`bsn` wordt geweigerd"))
  }

  @Test func `a contradiction in a file has a place, also when a table finds it`() throws {
    let run = try Tool.run(
      ["advise", "-"], input: "{\"hoogsteDiploma\": \"geen\",\n \"startkwalificatie\": \"ja\"}")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("-:2:23: error: `startkwalificatie` klopt niet"))
  }

  @Test(arguments: [
    (["advies"], "de opdracht `advies` bestaat niet; bedoelde u `advise`?"),
    (["advise", "--formaat", "json"], "de optie `--formaat` bestaat niet; bedoelde u `--format`?"),
    (["advise", "--format", "xml"], "de waarde van --format `xml` bestaat niet"),
    (["advise", "--on"], "na --on ontbreekt de waarde"),
    (["advise", "--on", "31-02-2026"], "--on is geen dag"),
    (["advise", "a.json", "b.json"], "`b.json` is hier te veel"),
    (["advise", "--region", "noordoost"], "de regio `noordoost` bestaat niet"),
    (["advise", "--rules", "/nergens"], "kan niet worden gelezen"),
  ])
  func `wrong use says what is wrong and what to do`(arguments: [String], message: String) throws {
    let run = try Tool.run(arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.contains("; "))
  }

  @Test func `faults speak the language asked for`() throws {
    let run = try Tool.run(["advise", "woongemente=Oss", "--lang", "en"])
    #expect(run.errors.contains("unknown fact `woongemente`; did you mean `woongemeente`?"))
  }

  @Test func `a closed pipe ends quietly and a full disk does not`() throws {
    let pipe = try Tool.shell("{ $TOOL facts; echo $? >&2; } | head -n 1 > /dev/null")
    #expect(pipe.errors == "0\n")
    let full = try Tool.shell("$TOOL facts > /dev/full")
    #expect(full.status == 2)
    #expect(full.errors.contains("het antwoord kan niet worden geschreven"))
    let closed = try Tool.shell("$TOOL facts >&-")
    #expect(closed.status == 2)
  }
}
