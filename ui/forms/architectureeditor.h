// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/validator.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace convscope {

class ConvBlockCard;
class HiddenLayerCard;
class LayerCard;
class LayerTableModel;
class LayerTableView;
class ProblemLabel;

/// A network as cards, one for each convolution block and hidden layer, and the table of layers that it makes.
class ArchitectureEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ArchitectureEditor(QWidget *parent = nullptr);
    ~ArchitectureEditor() override;

    /// Shows it, also in place of text that is no number. Emits nothing.
    void setArchitecture(const Architecture &architecture);
    Architecture architecture() const;
    /// What the pictures and classes are.
    void setInput(int side, int classes);
    /// Marks what lies below "architecture"; returns the rest.
    std::vector<Problem> showProblems(const std::vector<Problem> &problems);
    /// Text that is no number.
    std::vector<Problem> ownProblems() const;

Q_SIGNALS:
    /// `key` is the path of what was changed; the same key again may be undone together.
    void edited(const QString &key);
    void problemOfTextChanged();
    void editingFinished();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setupUi();
    void connectSignals();
    void retranslateUi();
    void addConvBlock();
    void addHiddenLayer();
    void moveCard(LayerCard *card, int step);
    void removeCard(LayerCard *card);
    /// What happens to text that is no number in a card whose values don't change.
    enum class Texts { Kept, Replaced };
    void showCards(const Architecture &architecture, Texts texts);
    void watch(LayerCard *card);
    void noteEdit(const QString &key);
    void updateSummary();
    void indentTable();
    void restoreTabOrder();
    std::vector<LayerCard *> cards() const;

    std::vector<ConvBlockCard *> m_convCards;
    std::vector<HiddenLayerCard *> m_hiddenCards;
    QVBoxLayout *m_convLayout;
    QVBoxLayout *m_hiddenLayout;
    QVBoxLayout *m_tableLayout;
    QPushButton *m_addConvButton;
    QPushButton *m_addHiddenButton;
    QLabel *m_noConvLabel;
    ProblemLabel *m_problem;
    LayerTableModel *m_model;
    LayerTableView *m_table;
    int m_side = 28;
    int m_classes = 10;
};

} // namespace convscope
