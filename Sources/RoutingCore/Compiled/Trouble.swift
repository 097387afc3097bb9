/// Why bit vectors alone do not tell the answer.
package enum Trouble: UInt8 {
  /// They do tell it.
  case none
  /// Facts cannot be true together.
  case contradiction
  /// It depends on facts that are not known: only cutting up boxes tells how.
  case open
}
