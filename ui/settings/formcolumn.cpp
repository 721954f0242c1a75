// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/formcolumn.h"

#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 96;

void setTextColor(QLabel *label, const QColor &color)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
}

} // namespace

FormRow::FormRow(QLabel *label, QWidget *editor, QLabel *note, const Theme &theme)
    : QObject(editor)
    , m_label(label)
    , m_editor(editor)
    , m_noteLabel(note)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &FormRow::update);
    update();
}

FormRow::~FormRow() = default;

void FormRow::setNote(const QString &note)
{
    m_note = note;
    update();
}

void FormRow::setProblem(const QString &problem)
{
    m_problem = problem;
    update();
}

void FormRow::setWarning(const QString &warning)
{
    m_warning = warning;
    update();
}

void FormRow::setLabel(const QString &text)
{
    m_label->setText(text);
    m_editor->setAccessibleName(text);
}

void FormRow::setVisible(bool visible)
{
    m_visible = visible;
    m_label->setVisible(visible);
    m_editor->setVisible(visible);
    update();
}

void FormRow::update()
{
    const Palette &colors = m_theme.palette();
    setTextColor(m_label, colors.dim);
    QString text = m_note;
    QColor color = colors.dim;
    if (!m_problem.isEmpty()) {
        text = u"▲ "_s % m_problem;
        color = colors.critical;
    } else if (!m_warning.isEmpty()) {
        text = u"◆ "_s % m_warning;
        color = colors.warning;
    }
    m_noteLabel->setText(text);
    setTextColor(m_noteLabel, color);
    m_noteLabel->setVisible(m_visible && !text.isEmpty());
    m_editor->setAccessibleDescription(text);
}

FormColumn::FormColumn(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout{this})
{
    m_grid->setContentsMargins(24, 20, 24, 20);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    m_grid->setColumnStretch(1, 1);
}

FormColumn::~FormColumn() = default;

FormRow *FormColumn::addRow(const QString &labelText, QWidget *editor, const QString &note)
{
    auto *label = new QLabel{labelText, this};
    label->setBuddy(editor);
    label->setAlignment(Qt::AlignRight | Qt::AlignTop);
    label->setContentsMargins(0, 6, 0, 0);
    editor->setAccessibleName(QString(labelText).remove(u'&'));
    auto *noteLabel = new QLabel{this};
    noteLabel->setObjectName(QString(editor->objectName() % "Note"_L1));
    noteLabel->setFont(m_theme.labelFont());
    noteLabel->setWordWrap(true);
    noteLabel->setTextFormat(Qt::PlainText);
    noteLabel->setContentsMargins(0, 0, 0, 4);
    m_grid->addWidget(label, m_rows, 0);
    m_grid->addWidget(editor, m_rows, 1);
    m_grid->addWidget(noteLabel, m_rows + 1, 1);
    m_rows += 2;
    auto *row = new FormRow{label, editor, noteLabel, m_theme};
    row->setNote(note);
    return row;
}

void FormColumn::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_rows++, 0, 1, 2);
}

void FormColumn::addStretch()
{
    m_grid->setRowStretch(m_rows++, 1);
}

} // namespace sockeye
