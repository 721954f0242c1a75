// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/pathedit.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace sockeye {

using namespace Qt::StringLiterals;

PathEdit::PathEdit(const QString &name, const QString &title, FileChooser choose, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit{this})
{
    setObjectName(name);
    m_edit->setObjectName(QString(name % "Path"_L1));
    m_edit->setAccessibleName(title);
    auto *browse = new QPushButton{tr("Browse…"), this};
    browse->setObjectName(QString(name % "Browse"_L1));
    browse->setAutoDefault(false);
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_edit, 1);
    layout->addWidget(browse);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &PathEdit::edited);
    if (!choose)
        choose = [](QWidget *owner, const QString &caption) {
            return QFileDialog::getOpenFileName(owner, caption);
        };
    connect(browse, &QPushButton::clicked, this, [this, title, choose = std::move(choose)] {
        const QString chosen = choose(this, title);
        if (chosen.isEmpty())
            return;
        m_edit->setText(chosen);
        Q_EMIT edited();
    });
}

PathEdit::~PathEdit() = default;

QString PathEdit::path() const
{
    return m_edit->text();
}

void PathEdit::setPath(const QString &path)
{
    m_edit->setText(path);
}

} // namespace sockeye
