@main
enum ParapetMain {
  static func main() {}
}
