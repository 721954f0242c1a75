// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/foldgroup.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace sockeye {

using namespace Qt::StringLiterals;

FoldGroup::FoldGroup(const QString &title, const QString &name, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_button(new QToolButton{this})
    , m_held(new DimLabel{{}, theme, this})
    , m_column(new FormColumn{theme, this})
{
    setObjectName(name);
    m_button->setObjectName(QString(name % "Fold"_L1));
    m_button->setText(title);
    m_button->setAccessibleName(withoutKey(title));
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_held->setObjectName(QString(name % "Held"_L1));
    m_held->setTextFormat(Qt::PlainText);
    m_held->setWordWrap(true);
    m_column->layout()->setContentsMargins(0, 8, 0, 0);
    auto *header = new QHBoxLayout;
    header->setSpacing(12);
    header->addWidget(m_button);
    header->addWidget(m_held, 1);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 10);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_column);
    connect(m_button, &QToolButton::toggled, this, &FoldGroup::setOpen);
    setOpen(false);
}

FoldGroup::~FoldGroup() = default;

void FoldGroup::setHeld(const QStringList &held)
{
    const QString text = held.join(u" · "_s);
    m_held->setText(text.isEmpty() ? QString() : QString(u"● "_s % text));
    m_button->setAccessibleDescription(text);
}

void FoldGroup::setOpen(bool open)
{
    m_button->setChecked(open);
    m_button->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_column->setVisible(open);
}

bool FoldGroup::isOpen() const
{
    return m_button->isChecked();
}

} // namespace sockeye
