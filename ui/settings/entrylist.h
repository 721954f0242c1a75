// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/severity.h"

#include <QListWidget>
#include <QStyledItemDelegate>

namespace sockeye {

class Theme;

//! \brief One line of a list in the dialog: a name, where it leads, and how it stands.
struct EntryRow {
    QString title;
    QString subtitle; //!< none makes a low line without a mark
    Health health = Health::Unknown; //!< Unknown draws an empty ring: not tried yet
    QString note; //!< at the right, such as "14 ms"

    friend bool operator==(const EntryRow &, const EntryRow &) = default;
};

//! \brief Paints EntryRow items with a rounded selection.
class EntryDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntryDelegate)

public:
    enum Role { SubtitleRole = Qt::UserRole, HealthRole, NoteRole };

    explicit EntryDelegate(const Theme &theme, QObject *parent = nullptr);
    ~EntryDelegate() override;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTexts(QPainter *painter, const QRect &rect, const QModelIndex &index, bool selected) const;

    const Theme &m_theme;
};

//! \brief Gives \a list the dialog's look.
void styleEntryList(QListWidget &list, const Theme &theme);
//! \brief Makes the lines of \a list these rows, and leaves the current line where it is.
void setEntryRows(QListWidget &list, const std::vector<EntryRow> &rows);

} // namespace sockeye
