import RoutingCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Times rules: decisions, whole advices and whole caseloads.
@main
enum RouteBench {
  static func main() {
    do {
      let options = try BenchOptions(Array(CommandLine.arguments.dropFirst()))
      try Bench(options).run()
    } catch let fault as Diagnostics {
      complain(fault.all.map { $0.rendered(.en, program: "route-bench") }.joined())
      exit(2)
    } catch let fault as BenchOptions.Fault {
      complain("route-bench: \(fault.message)\n\(BenchOptions.help)")
      exit(2)
    } catch {
      complain("route-bench: \(error)\n")
      exit(2)
    }
  }

  private static func complain(_ text: String) { _ = Descriptor.write(text, to: 2) }
}
