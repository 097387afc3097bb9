import Foundation
import Testing

/// The agreement a caller names counts for every row as it does for one youth.
struct CaseloadRegionTests {
  private static let header = [
    "geboortedatum", "woongemeente", "huidigeSchool", "verlatenSchool", "verlatenLeerweg",
    "verlatenSchoolgemeente", "uitschrijfdatum", "papier", "hoogsteDiploma",
  ]
  /// Youths who left a school, by where they live and where the school is.
  private static let places = [
    ("", ""), ("Oss", ""), ("Nijmegen", ""), ("Utrecht", ""), ("", "Oss"), ("Nijmegen", "Oss"),
    ("Oss", "Nijmegen"), ("Utrecht", "Nijmegen"), ("Oss", "Utrecht"),
  ]
  private static let rows = places.map { home, school in
    ["2007-03-14", home, "geen", "mbo-2", "bol", school, "2026-02-01", "geen", "geen"]
  }

  private static func advice(
    _ row: [String], _ options: [String], _ environment: [String: String]
  ) throws -> [String: Any] {
    let facts = zip(header, row).filter { !$0.1.isEmpty }.map { "\($0)=\($1)" }
    let run = try Tool.run(
      ["advise", "--on", "2026-11-21", "--format", "json"] + options + facts,
      environment: environment)
    return try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(run.errors)")
  }

  private static func values(_ part: Any?) -> [String] {
    let part = part as? [String: Any]
    let options = part?["options"] as? [[String: Any]] ?? []
    return options.compactMap { $0["value"] as? String }
  }

  @Test(arguments: [
    (["--region", "noordoost-brabant"], ""), (["--region", "rijk-van-nijmegen"], ""),
    (["--region", "landelijk"], ""), ([], "rijk-van-nijmegen"),
    (["--region", "noordoost-brabant"], "rijk-van-nijmegen"), ([], ""),
  ]) func `a row is answered as advise answers with the same region`(
    options: [String], environment: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Caseload.text(Self.rows, header: Self.header))
    let variables = ["JONGEREN_ROUTE_REGION": environment]
    let run = try Tool.run(
      ["caseload", path, "--on", "2026-11-21", "--format", "ndjson"] + options,
      environment: variables)
    #expect(run.status == 0, "\(run.errors)")
    let told = try Caseload.objects(run)
    try #require(told.count == Self.rows.count)
    for (row, told) in zip(Self.rows, told) {
      let advice = try Self.advice(row, options, variables)
      let rules = advice["rules"] as? [String: Any]
      let answering = rules?["answering"] as? [[String: Any]] ?? []
      #expect(told["agreement"] as? String == answering.first?["id"] as? String, "\(row)")
      #expect(
        told["responsible"] as? [String] == Self.values(advice["responsible"]), "\(row)")
      #expect(
        told["firstContact"] as? [String] == Self.values(advice["firstContact"]), "\(row)")
    }
  }

  @Test func `an agreement that is not there is told before anything is read`() throws {
    let run = try Tool.run(["caseload", "--region", "noordoost"], input: "\n")
    #expect(run.status == 2)
    #expect(
      run.errors.contains("de regio `noordoost` bestaat niet; bedoelde u `noordoost-brabant`?"))
  }
}
