import RoutingCore

@main
enum RouteBench {
  static func main() {}
}
