// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/fieldproblem.h"
#include "ui/settings/formcolumn.h"

#include <QComboBox>

#include <map>
#include <vector>

class QPlainTextEdit;

namespace sockeye {

class FoldGroup;

//! \brief The rows of a form by their field, to mark problems and to lead the user there.
class FormFields final {
public:
    //! \a group is what the row is folded away in, if anything.
    void add(FormField field, FormRow *row, FoldGroup *group = nullptr);

    //! \brief Marks the fields of the problems, and the others as right. What is missing is told only when
    //! \a strict.
    void showProblems(const std::vector<FieldProblem> &problems, bool strict);
    //! \brief The row of the field, or nullptr.
    [[nodiscard]] const FormRow *row(FormField field) const;
    //! \brief Unfolds what hides the field and gives it the focus.
    void focus(FormField field) const;

private:
    struct Place {
        FormRow *row = nullptr;
        FoldGroup *group = nullptr;
    };

    std::map<FormField, Place> m_places;
};

template <typename E>
void addChoice(QComboBox *box, const QString &text, E value)
{
    box->addItem(text, static_cast<int>(value));
}

template <typename E>
void choose(QComboBox *box, E value)
{
    box->setCurrentIndex(box->findData(static_cast<int>(value)));
}

template <typename E>
[[nodiscard]] E chosen(const QComboBox *box)
{
    return static_cast<E>(box->currentData().toInt());
}

template <typename W>
[[nodiscard]] W *named(const QString &name, QWidget *parent)
{
    auto *widget = new W{parent};
    widget->setObjectName(name);
    return widget;
}

//! \brief An editor of a few lines.
[[nodiscard]] QPlainTextEdit *makeLinesEdit(const QString &name, QWidget *parent);

} // namespace sockeye
