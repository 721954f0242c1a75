// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/formcolumn.h"

class QToolButton;

namespace sockeye {

//! \brief Rows that few need, folded away under a title. What they hold is told beside the title, so that
//! nothing works unseen.
class FoldGroup final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FoldGroup)

public:
    FoldGroup(const QString &title, const QString &name, const Theme &theme, QWidget *parent = nullptr);
    ~FoldGroup() override;

    [[nodiscard]] FormColumn &column() { return *m_column; }
    //! \brief What is set within, in a few words; empty for nothing.
    void setHeld(const QStringList &held);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;

private:
    QToolButton *m_button;
    DimLabel *m_held;
    FormColumn *m_column;
};

} // namespace sockeye
