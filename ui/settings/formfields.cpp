// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/formfields.h"

#include "ui/settings/foldgroup.h"

#include <QPlainTextEdit>

namespace sockeye {

namespace {

constexpr int linesHeight = 58;
constexpr int linesMargin = 7;

} // namespace

void FormFields::add(FormField field, FormRow *row, FoldGroup *group)
{
    m_places.insert_or_assign(field, Place{row, group});
}

void FormFields::showProblems(const std::vector<FieldProblem> &problems, bool strict)
{
    for (const auto &[field, place] : m_places) {
        const auto found =
            std::ranges::find_if(problems, [strict, field = field](const FieldProblem &problem) {
                return problem.field == field && (strict || problem.kind != FieldProblem::Kind::Missing);
            });
        place.row->setProblem(found == problems.end() ? QString() : describe(*found));
        if (strict && found != problems.end() && place.group)
            place.group->setOpen(true);
    }
}

const FormRow *FormFields::row(FormField field) const
{
    const auto found = m_places.find(field);
    return found == m_places.end() ? nullptr : found->second.row;
}

void FormFields::focus(FormField field) const
{
    const auto found = m_places.find(field);
    if (found == m_places.end())
        return;
    if (found->second.group)
        found->second.group->setOpen(true);
    found->second.row->editor()->setFocus();
}

QPlainTextEdit *makeLinesEdit(const QString &name, QWidget *parent)
{
    auto *edit = named<QPlainTextEdit>(name, parent);
    edit->setFixedHeight(linesHeight);
    edit->document()->setDocumentMargin(linesMargin);
    edit->setTabChangesFocus(true);
    return edit;
}

} // namespace sockeye
