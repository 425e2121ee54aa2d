// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVBoxLayout>

#include <vector>

namespace convscope {

/// As many cards as there are values: shows the values, adds cards behind the others, deletes from the end.
template<typename Card, typename Value, typename Show, typename Watch>
void matchCards(std::vector<Card *> &cards, const std::vector<Value> &values, QVBoxLayout &layout, QWidget *parent,
                Show show, Watch watch)
{
    while (cards.size() > values.size()) {
        // A card may be deleted from within its own signal.
        cards.back()->hide();
        cards.back()->setObjectName({});
        cards.back()->deleteLater();
        cards.pop_back();
    }
    while (cards.size() < values.size()) {
        cards.push_back(new Card(parent));
        layout.addWidget(cards.back());
        watch(cards.back());
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        cards[i]->setPosition(int(i), int(values.size()));
        show(*cards[i], values[i]);
    }
}

} // namespace convscope
