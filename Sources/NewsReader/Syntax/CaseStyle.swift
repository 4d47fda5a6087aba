/// How a sentence uses capital letters; a headline's capitals say nothing about its words.
enum CaseStyle: UInt32, CaseIterable, Sendable {
  /// As running text does.
  case sentence
  /// `LEADERS MEET IN PORT TOWN`
  case capitals
  /// `leaders meet in port town`
  case lower
  /// `Leaders Meet in Port Town`
  case title

  /// The style of a sentence of words `forms`.
  ///
  /// Only ASCII letters are looked at; short sentences and those of other scripts are ``sentence``.
  init(of forms: some Sequence<String>) {
    var words = 0
    var long = 0
    var longCapitalized = 0
    var upper = 0
    var lower = 0
    for form in forms {
      var letters = 0
      var startsUpper = false
      for byte in form.utf8 {
        switch byte {
        case 0x41...0x5A:
          if letters == 0 { startsUpper = true }
          upper += 1
          letters += 1
        case 0x61...0x7A:
          lower += 1
          letters += 1
        default: continue
        }
      }
      if letters > 0 { words += 1 }
      if letters > 3 {
        long += 1
        if startsUpper { longCapitalized += 1 }
      }
    }
    if words < 3 {
      self = .sentence
    } else if lower == 0 {
      self = .capitals
    } else if upper == 0 {
      self = .lower
    } else if long >= 4 && longCapitalized == long && lower > upper {
      self = .title
    } else {
      self = .sentence
    }
  }
}
