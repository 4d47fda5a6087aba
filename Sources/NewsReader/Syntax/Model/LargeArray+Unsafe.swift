internal import Glibc

extension Array where Element: FixedWidthInteger {
  /// Bytes of a large page; what is shorter has none.
  private static var largePage: Int { 2 << 20 }

  /// `count` zeros, in large pages where the system has them: what is looked up here and there in
  /// small pages waits for addresses as well as for values.
  init(zeros count: Int) {
    // Bounds: the advice is for whole large pages within the buffer, whose content it does not change;
    // all of the elements are written before they are counted.
    unsafe self.init(unsafeUninitializedCapacity: count) { buffer, written in
      #if os(Linux)
        let bytes = UnsafeMutableRawBufferPointer(buffer)
        if let start = bytes.baseAddress {
          let skipped = -Int(bitPattern: start) & (Self.largePage - 1)
          let length = (bytes.count - skipped) & -Self.largePage
          if length > 0 { _ = unsafe madvise(start + skipped, length, MADV_HUGEPAGE) }
        }
      #endif
      unsafe buffer.initialize(repeating: 0)
      written = count
    }
  }
}
