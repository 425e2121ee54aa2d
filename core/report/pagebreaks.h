// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTextDocument;

namespace convscope {

/// Moves to the next page what a page's end would tear apart: a heading from what it stands above, a short table or a row of pictures from
/// its other rows. The document has its pages' size. (QTextDocument itself only knows "break before" and keeps rows whole.)
void keepTogether(QTextDocument &document);

} // namespace convscope
