// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/formcolumn.h"

#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 96;
constexpr int rowGap = 10;

void setTextColor(QLabel *label, const QColor &color)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
}

} // namespace

QString withoutKey(QString label)
{
    const qsizetype bracket = label.indexOf("(&"_L1);
    if (bracket >= 0 && label.indexOf(u')', bracket) == bracket + 3)
        label.remove(bracket, 4);
    return label.remove(u'&');
}

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

QString FormRow::label() const
{
    return withoutKey(m_label->text());
}

void FormRow::setLabel(const QString &text)
{
    m_label->setText(text);
    m_editor->setAccessibleName(text);
}

void FormRow::setVisible(bool visible)
{
    m_label->setVisible(visible);
    m_noteLabel->parentWidget()->setVisible(visible);
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
    m_noteLabel->setVisible(!text.isEmpty());
    m_editor->setAccessibleDescription(text);
}

DimLabel::DimLabel(const QString &text, const Theme &theme, QWidget *parent)
    : QLabel(text, parent)
{
    connect(&theme, &Theme::changed, this, [this, &theme] { recolor(theme); });
    recolor(theme);
}

DimLabel::~DimLabel() = default;

void DimLabel::recolor(const Theme &theme)
{
    setTextColor(this, theme.palette().dim);
}

FormColumn::FormColumn(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout{this})
{
    m_grid->setContentsMargins(24, 20, 24, 20);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(0);
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
    editor->setAccessibleName(withoutKey(labelText));
    auto *cell = new QWidget{this};
    cell->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *noteLabel = new QLabel{cell};
    noteLabel->setObjectName(QString(editor->objectName() % "Note"_L1));
    noteLabel->setFont(m_theme.labelFont());
    noteLabel->setWordWrap(true);
    noteLabel->setTextFormat(Qt::PlainText);
    const bool wide = editor->sizePolicy().horizontalPolicy() != QSizePolicy::Fixed;
    auto *layout = new QVBoxLayout{cell};
    layout->setContentsMargins(0, 0, 0, rowGap);
    layout->setSpacing(4);
    layout->addWidget(editor, 0, wide ? Qt::Alignment() : Qt::AlignLeft);
    layout->addWidget(noteLabel);
    m_grid->addWidget(label, m_rows, 0);
    m_grid->addWidget(cell, m_rows, 1);
    ++m_rows;
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

QWidget *makeLine(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QWidget{parent};
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    return line;
}

} // namespace sockeye
