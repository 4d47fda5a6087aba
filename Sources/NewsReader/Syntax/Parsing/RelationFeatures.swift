/// The features by which the relation of a word to its head is named on the whole tree.
///
/// `d` is the word, `h` its head; `l`, `r` and `x` behind them are the first child on the left, the
/// first and the last on the right.
enum RelationFeatures {
  /// Puts the features of the arc of word `d` into `keys`.
  ///
  /// Requires that its head is a word.
  static func extract(
    _ d: Int, in tree: borrowing TreeView, _ context: borrowing ParseContext,
    into keys: inout FeatureKeys
  ) {
    let count = context.count
    let w = context.lower.span
    let p = context.fine.span
    let u = context.coarse.span
    let suffix = context.suffix.span
    let heads = tree.heads.span
    let groups = tree.groups.span
    let absent = count + 1
    func neighbour(_ place: Int) -> Int { place < 0 || place >= count ? absent : place }

    let h = heads[d]
    let hh = h < count ? heads[h] : absent
    let side: UInt32 = h > d ? 1 : 0
    let dl = tree.left[d]
    let dr = tree.right[d]
    let dx = tree.last[d]
    let hl = tree.left[h]
    let hr = tree.right[h]
    let hx = tree.last[h]
    let distance = UInt32(min(6, abs(h - d))) * 2 + side
    let g = groups[d] * 2 + side
    let children = tree.children[d]
    let outermost: UInt32 = (hl == d ? 1 : 0) | (hr == d ? 2 : 0) | (hx == d ? 4 : 0)

    keys.reset()
    keys.add(g)
    keys.add(g, w[d])
    keys.add(g, w[h])
    keys.add(g, p[d], p[h])
    keys.add(side, w[d], p[d])
    keys.add(side, p[d])
    keys.add(side, w[h], p[h])
    keys.add(side, p[h])
    keys.add(side, p[d], p[h])
    keys.add(w[d], p[h], side)
    keys.add(w[h], p[d], side)
    keys.add(w[d], w[h], side)
    keys.add(distance, p[d], p[h])
    keys.add(suffix[d], p[h], side)
    keys.add(suffix[h], p[d], side)
    keys.add(suffix[d], p[d], side)
    // Children of the word.
    keys.add(w[dl], p[d], p[h], side)
    keys.add(p[dl], p[d], p[h], side)
    keys.add(w[dr], p[d], p[h], side)
    keys.add(p[dx], p[d], p[h], side)
    keys.add(w[dl], w[d])
    keys.add(w[dl], w[h], side)
    keys.add(w[dl], side)
    keys.add(groups[dl], p[d], p[h], side)
    keys.add(groups[dl], groups[dr], g)
    keys.add(w[dl], u[d], u[h], side)
    keys.add(children, p[d], p[h], side)
    // Other children of the head, and its own head.
    keys.add(p[hl], p[h], p[d], side)
    keys.add(p[hr], p[h], p[d], side)
    keys.add(p[hx], p[h], p[d], side)
    keys.add(w[hl], p[h], p[d], side)
    keys.add(w[hl], w[h], p[d])
    keys.add(outermost, p[h], p[d])
    keys.add(outermost, w[h], p[d])
    keys.add(groups[hl], p[h], p[d], side)
    keys.add(w[hl], g, p[h])
    keys.add(u[hh], p[h], p[d], side)
    keys.add(w[hh], p[h], p[d])
    keys.add(tree.childGroups[h], p[h], g)
    keys.add(tree.childGroups[h], w[h], g)
    keys.add(tree.childGroups[d], p[d], g)
    keys.add(tree.childGroups[d], g, p[h], p[d])
    keys.add(groups[h], g, p[h], p[d])
    // Neighbours in the sentence.
    keys.add(w[neighbour(h - 1)], p[h], g)
    keys.add(w[neighbour(d - 1)], w[d], side)
    keys.add(w[neighbour(d + 1)], w[d], side)
    keys.add(p[neighbour(d - 1)], p[d], p[h], side)
    keys.add(p[neighbour(d + 1)], p[d], p[h], side)
    keys.add(w[neighbour(d - 1)], p[d], side)
    keys.add(w[neighbour(d + 1)], p[d], side)
    keys.add(p[neighbour(h - 1)], p[d], p[h], side)
    keys.add(p[neighbour(h + 1)], p[d], p[h], side)
  }
}
